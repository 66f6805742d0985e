import { expect, it } from 'vitest'
import type { Tree, TreeChange } from '#lib/board/tree.ts'
import type { Layout } from '#lib/layout/layout.ts'
import { changedArea, type Drawn } from './changed-area.ts'
import { layoutOf } from './testkit.ts'

const drawn = (layout: Layout, axes: readonly string[] = []): Drawn => ({
  tree: {} as Tree,
  layout,
  axes,
  links: [],
})
const change = (nodes: readonly string[] = [], register = false): TreeChange => ({
  nodes: new Set(nodes),
  links: new Set(),
  rows: new Set(),
  register,
})
const before = layoutOf([
  ['root', null, 0, 0, 100, 40],
  ['a', 'root', 200, 0, 100, 40],
  ['b', 'root', 200, 5000, 100, 40],
])

it('is only around a node that was written to, and its parent', () => {
  const area = changedArea(drawn(before), drawn({ ...before }), change(['a']))
  expect(area).toMatchObject({ x: 0 })
  expect((area?.y ?? 0) + (area?.height ?? 0)).toBeLessThan(100)
})

it('holds where a node was, where it is, and what came and went', () => {
  const after = layoutOf([
    ['root', null, 0, 0, 100, 40],
    ['a', 'root', 200, 0, 100, 40],
    ['new', 'a', 400, 300, 100, 40],
  ])
  const area = changedArea(drawn(before), drawn(after), change(['new', 'b']))
  expect((area?.x ?? 0) + (area?.width ?? 0)).toBeGreaterThan(500)
  expect((area?.y ?? 0) + (area?.height ?? 0)).toBeGreaterThan(5040)
})

it('is everything when colours, words or the order may differ', () => {
  const turned = layoutOf([
    ['root', null, 0, 0, 100, 40],
    ['b', 'root', 200, 0, 100, 40],
    ['a', 'root', 200, 5000, 100, 40],
  ])
  expect(changedArea(drawn(before), drawn(turned), change())).toBeNull()
  expect(changedArea(drawn(before, ['a']), drawn(before, ['b']), change())).toBeNull()
  expect(changedArea(drawn(before), drawn(before), change([], true))).toBeNull()
})
