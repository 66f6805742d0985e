import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { dropAt } from './drop-zone.ts'
import { createGrid } from './grid.ts'
import { smallFamily } from './testkit.ts'

function family(orientation: 'right' | 'down' = 'right') {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  const add = (id: string, parent: string | null) =>
    doc.transact(() =>
      addNode(doc, store.tree(), { id, kind: parent ? 'goal' : 'ambition', title: id }, { parent }),
    )
  add('root', null)
  add('a', 'root')
  add('b', 'root')
  add('a1', 'a')
  add('a2', 'a')
  const layout = smallFamily(orientation)
  const grid = createGrid(layout)
  return (x: number, y: number, moving: string[]) =>
    dropAt(store.tree(), layout, grid, { x, y }, new Set(moving))
}

describe('E3: drop zones', () => {
  it('puts a branch before, in or after the node at the pointer', () => {
    const at = family()
    expect(at(250, 182, ['a1'])).toMatchObject({ zone: 'before', parent: 'root', after: 'a' })
    expect(at(250, 200, ['a1'])).toMatchObject({ zone: 'in', parent: 'b', after: null })
    expect(at(250, 218, ['a1'])).toMatchObject({ zone: 'after', parent: 'root', after: 'b' })
  })

  it('reaches 12 px outside the box', () => {
    const at = family()
    expect(at(250, 231, ['a1'])).toMatchObject({ zone: 'after', after: 'b' })
    expect(at(250, 240, ['a1'])).toBeNull()
  })

  it('turns with the orientation', () => {
    const at = family('down')
    expect(at(361, 110, ['a1'])).toMatchObject({ zone: 'before', parent: 'root', after: 'a' })
    expect(at(459, 110, ['a1'])).toMatchObject({ zone: 'after', parent: 'root', after: 'b' })
  })

  it('leaves the moved nodes out of the row they leave', () => {
    const at = family()
    expect(at(450, 62, ['a1'])).toMatchObject({ zone: 'before', parent: 'a', after: null })
    expect(at(250, 70, ['a2'])).toMatchObject({ zone: 'in', parent: 'a', after: 'a1' })
  })

  it('offers no place inside what is dragged: no cycle', () => {
    const at = family()
    expect(at(250, 70, ['a'])).toBeNull()
    expect(at(450, 20, ['a'])).toBeNull()
  })

  it('drops into the ambition only, never beside it', () => {
    expect(family()(50, 102, ['a1'])).toMatchObject({ zone: 'in', parent: 'root', after: 'b' })
  })
})
