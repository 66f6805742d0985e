import { intAt, slotAt } from './contour.ts'
import { countOf, type Forest, slotsOf, sweepForest } from './forest.ts'
import { IndexMap } from './index-map.ts'
import type { Layout } from './layout.ts'

/** All shown nodes in reading order, loose bubbles at the end: slot by place, and what a layout tells of it. Never changed once made. */
export type Order = Pick<Layout, 'ids' | 'parent' | 'indexOf'> & {
  readonly slots: Int32Array
  /** Slot to place, -1 for slots that are not shown. */
  readonly index: Int32Array
}

/** The order of the whole forest. */
export function orderOf(forest: Forest): Order {
  const index = new Int32Array(forest.stale.length).fill(-1)
  const found = slotsBelow(forest, 0)
  const slots = new Int32Array(found.length + forest.loose.length)
  slots.set(found)
  slots.set(forest.loose, found.length)
  const parent = new Int32Array(slots.length)
  const ids = new Array<string>(slots.length)
  for (let i = 0; i < slots.length; i++) {
    const slot = intAt(slots, i)
    index[slot] = i
    parent[i] = intAt(index, intAt(forest.parent, slot))
    ids[i] = forest.ids[slot] as string
  }
  return finish(forest, slots, index, parent, ids)
}

/** The order after the row of one shown slot changed: its branch is walked, the rest is taken over from `before`. */
export function orderAfter(forest: Forest, before: Order, changed: number): Order {
  const start = intAt(before.index, changed) + 1
  let end = start
  while (end < before.parent.length && intAt(before.parent, end) >= start - 1) end++
  const branch = slotsBelow(forest, changed)
  const grown = branch.length - (end - start)
  const slots = new Int32Array(before.slots.length + grown)
  slots.set(before.slots.subarray(0, start))
  slots.set(branch, start)
  slots.set(before.slots.subarray(end), end + grown)
  const index = new Int32Array(forest.stale.length).fill(-1)
  index.set(before.index)
  for (let i = start; i < end; i++) index[intAt(before.slots, i)] = -1
  for (let i = start; i < slots.length; i++) index[intAt(slots, i)] = i
  const parent = new Int32Array(slots.length)
  parent.set(before.parent.subarray(0, start))
  for (let i = start; i < end + grown; i++) parent[i] = intAt(index, intAt(forest.parent, intAt(slots, i)))
  for (let i = end; i < before.parent.length; i++) {
    const place = intAt(before.parent, i)
    parent[i + grown] = place >= end ? place + grown : place
  }
  const named = branch.map((slot) => forest.ids[slot] as string)
  const ids = before.ids.slice(0, start).concat(named, before.ids.slice(end))
  return finish(forest, slots, index, parent, ids)
}

function finish(
  forest: Forest,
  slots: Int32Array,
  index: Int32Array,
  parent: Int32Array,
  ids: readonly string[],
): Order {
  if (slots.length < countOf(forest)) sweepForest(forest, index)
  return { slots, index, parent, ids, indexOf: new IndexMap(ids, () => slotsOf(forest), index) }
}

/** The slots below one, parents before children and siblings in order. */
function slotsBelow(forest: Forest, top: number): number[] {
  const found: number[] = []
  const waiting: number[] = []
  const wait = (row: readonly number[]) => {
    for (let i = row.length - 1; i >= 0; i--) waiting.push(slotAt(row, i))
  }
  wait(forest.rows[top] ?? [])
  for (let slot = waiting.pop(); slot !== undefined; slot = waiting.pop()) {
    found.push(slot)
    wait(forest.rows[slot] ?? [])
  }
  return found
}
