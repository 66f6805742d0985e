import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode, setDescription, setTitle } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { followUnsaved, textOf } from './unsaved.ts'

describe('what is not stored yet', () => {
  it('names the nodes changed on this page and none of the others', () => {
    const doc = new Y.Doc()
    const store = createBoardStore(doc)
    const elsewhere = new Y.Doc()
    addNode(
      elsewhere,
      createBoardStore(elsewhere).tree(),
      { id: 'theirs', kind: 'goal', title: 'x' },
      { parent: null },
    )
    const unsaved = followUnsaved(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere))
    expect(unsaved.ids()).toEqual([])
    doc.transact(() =>
      addNode(doc, store.tree(), { id: 'mine', kind: 'goal', title: 'Doel' }, { parent: null }),
    )
    setTitle(doc, store.tree(), 'theirs', 'xy')
    setDescription(doc, store.tree(), 'mine', 'Een\nTwee')
    expect(unsaved.ids()).toEqual(['mine', 'theirs'])
    expect(textOf(store.tree(), unsaved.ids())).toBe('Doel\n  Een\n  Twee\nxy')
    unsaved.clear()
    expect(unsaved.ids()).toEqual([])
  })
})
