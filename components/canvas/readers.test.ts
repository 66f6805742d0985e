import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { createTreeLayout } from '#lib/layout/tree.ts'
import { readerItems } from './readers.ts'

function wide(children: number, collapsed: string[] = []) {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  doc.transact(() => addNode(doc, store.tree(), { id: 'root', kind: 'ambition' }, { parent: null }))
  doc.transact(() => {
    for (let i = 0; i < children; i++)
      addNode(doc, store.tree(), { id: `n${i}`, kind: 'goal' }, { parent: 'root' })
  })
  const tree = store.tree()
  const layout = createTreeLayout().update(tree, {
    orientation: 'right',
    collapsed: new Set(collapsed),
    sizeOf: () => ({ width: 100, height: 40 }),
  })
  return { tree, layout }
}

describe('the tree for readers', () => {
  it('Q5: tells level, place among siblings and whether a node is open', () => {
    const { tree, layout } = wide(2)
    const items = readerItems(tree, layout, null)
    expect(items[0]).toEqual({ id: 'root', level: 1, position: 1, of: 1, open: true })
    expect(items.slice(1)).toMatchObject([
      { level: 2, position: 1, of: 2, open: undefined },
      { level: 2, position: 2, of: 2, open: undefined },
    ])
    const folded = wide(2, ['root'])
    expect(readerItems(folded.tree, folded.layout, null)).toMatchObject([{ id: 'root', open: false }])
  })

  it('keeps to what lies around the focus on a large board', () => {
    const { tree, layout } = wide(1000)
    const focus = tree.childrenOf('root')[500]!
    const items = readerItems(tree, layout, focus)
    expect(items[0]?.id).toBe('root')
    expect(items).toHaveLength(32)
    expect(items.find((item) => item.id === focus)).toMatchObject({ position: 501, of: 1000 })
  })
})
