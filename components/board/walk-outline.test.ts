import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { walkOutline } from './walk-outline.ts'

const doc = new Y.Doc()
const store = createBoardStore(doc)
for (const [id, parent] of [
  ['root', null],
  ['a', 'root'],
  ['a1', 'a'],
  ['b', 'root'],
] as const)
  addNode(doc, store.tree(), { id, kind: 'goal' }, { parent })
const tree = store.tree()
const open: ReadonlySet<string> = new Set()

describe('arrow keys in the list', () => {
  it('walk the rows that show', () => {
    expect(walkOutline(tree, open, 'a', 'down')).toEqual({ select: 'a1' })
    expect(walkOutline(tree, new Set(['a']), 'a', 'down')).toEqual({ select: 'b' })
    expect(walkOutline(tree, open, 'b', 'up')).toEqual({ select: 'a1' })
    expect(walkOutline(tree, open, 'b', 'down')).toBeNull()
    expect(walkOutline(tree, open, null, 'down')).toEqual({ select: 'root' })
  })

  it('open and enter a branch, fold and leave it', () => {
    expect(walkOutline(tree, new Set(['a']), 'a', 'right')).toEqual({ open: 'a' })
    expect(walkOutline(tree, open, 'a', 'right')).toEqual({ select: 'a1' })
    expect(walkOutline(tree, open, 'a', 'left')).toEqual({ fold: 'a' })
    expect(walkOutline(tree, open, 'a1', 'left')).toEqual({ select: 'a' })
    expect(walkOutline(tree, open, 'b', 'right')).toBeNull()
    expect(walkOutline(tree, open, 'root', 'left')).toEqual({ fold: 'root' })
  })
})
