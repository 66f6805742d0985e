import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { emptyFilter } from './filter.ts'
import { keptSelection, openingView, unfoldedTo, visibleOutline } from './opening.ts'
import { createViewStore } from './view-store.ts'

/** An ambition with `axes` axes of `goals` goals each. */
function tall(axes: number, goals: number) {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  const root = addNode(doc, store.tree(), { id: 'root', kind: 'ambition' }, { parent: null })
  for (let a = 0; a < axes; a++) {
    const axis = addNode(doc, store.tree(), { id: `axis${a}`, kind: 'axis' }, { parent: root })
    for (let g = 0; g < goals; g++)
      addNode(doc, store.tree(), { id: `goal${a}.${g}`, kind: 'goal' }, { parent: axis })
  }
  return store.tree()
}
const fresh = () => createViewStore(null, emptyFilter, 'canvas').getState()

describe('opening a board', () => {
  it('selects the root and keeps a small board open', () => {
    const view = openingView(tall(2, 2), fresh(), true)
    expect(view.selected).toEqual(['root'])
    expect(view.collapsed?.size).toBe(0)
  })

  it('folds a board of more than sixty nodes to level 2, on the first visit only [V4]', () => {
    const tree = tall(4, 20)
    const view = openingView(tree, fresh(), true)
    expect([...(view.collapsed ?? [])].sort()).toEqual(['axis0', 'axis1', 'axis2', 'axis3'])
    expect(visibleOutline(tree, view.collapsed!)).toEqual(['root', 'axis0', 'axis1', 'axis2', 'axis3'])
    expect(openingView(tree, fresh(), false).collapsed?.size).toBe(0)
  })

  it('forgets folded and selected nodes that are gone', () => {
    const view = openingView(
      tall(1, 1),
      { ...fresh(), collapsed: new Set(['gone', 'axis0']), selected: ['gone'] },
      false,
    )
    expect([...view.collapsed!]).toEqual(['axis0'])
    expect(view.selected).toEqual(['root'])
  })

  it('selects nothing on an empty board', () => {
    expect(openingView(createBoardStore(new Y.Doc()).tree(), fresh(), true).selected).toEqual([])
  })
})

describe('what shows', () => {
  it('opens just the branches above a node', () => {
    const tree = tall(2, 1)
    expect([...unfoldedTo(tree, new Set(['axis0', 'axis1']), 'goal0.0')]).toEqual(['axis1'])
    const same = new Set(['axis1'])
    expect(unfoldedTo(tree, same, 'goal0.0')).toBe(same)
  })

  it('keeps a selection that still stands as the same array', () => {
    const tree = tall(1, 1)
    const selected = ['root']
    expect(keptSelection(tree, selected)).toBe(selected)
    expect(keptSelection(tree, ['root', 'gone'])).toEqual(['root'])
  })
})
