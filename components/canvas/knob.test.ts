import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { foldToggled } from './knob.ts'

it('V4: folds one node, or everything below it as well', () => {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  for (const [id, parent] of [
    ['root', null],
    ['a', 'root'],
    ['a1', 'a'],
    ['b', 'root'],
  ] as const)
    doc.transact(() => addNode(doc, store.tree(), { id, kind: 'goal' }, { parent }))
  const folded = (set: string[], whole: boolean) =>
    [...foldToggled(store.tree(), new Set(set), 'root', whole)].sort()
  expect(folded([], false)).toEqual(['root'])
  expect(folded([], true)).toEqual(['a', 'root'])
  expect(folded(['root', 'a'], true)).toEqual([])
  expect(folded(['root', 'a'], false)).toEqual(['a'])
})
