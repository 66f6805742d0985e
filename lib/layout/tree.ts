import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import { at, placeChildren } from './contour.ts'
import { createForest, type Forest, refreshForest, sweepForest } from './forest.ts'
import { IndexMap } from './index-map.ts'
import type { Box, Layout, Orientation, Size } from './layout.ts'
import { placeTray } from './tray.ts'

/** The goal tree: a tidy forest of nodes of their own sizes, first top-level node in the middle of the zero line. */

export type TreeLayoutOptions = {
  readonly orientation: Orientation
  readonly collapsed: ReadonlySet<string>
  /** The size of a node in board pixels; asked again only for nodes that changed. */
  readonly sizeOf: (node: BoardNode) => Size
}

export type TreeLayout = {
  /**
   * The layout of `tree`. With `change` (what differs from the tree of the last call) only the changed branches and what
   * stands above them are placed again; without it everything is.
   */
  readonly update: (tree: Tree, options: TreeLayoutOptions, change?: TreeChange) => Layout
}

/** Gaps in board pixels: between siblings, between the branches of neighbours, between levels. */
const gapsOf: Readonly<
  Record<Orientation, { readonly siblings: number; readonly branches: number; readonly levels: number }>
> = {
  right: { siblings: 14, branches: 26, levels: 60 },
  down: { siblings: 22, branches: 36, levels: 56 },
}

/** A goal-tree layout that remembers its last result. */
export function createTreeLayout(): TreeLayout {
  let forest = createForest()
  let last: { readonly options: TreeLayoutOptions; readonly order: Order; readonly layout: Layout } | null =
    null

  return {
    update(tree, options, change) {
      const kept =
        last !== null && change !== undefined && last.options.orientation === options.orientation
          ? last
          : null
      if (!kept) forest = createForest()
      const toggled = kept ? differing(kept.options.collapsed, options.collapsed) : []
      const changed =
        kept && change
          ? { nodes: change.nodes, rows: new Set([...change.rows, ...toggled]) }
          : { nodes: new Set<string>(), rows: new Set([null]) }
      const rearranged = refreshForest(forest, { tree, ...options }, changed)
      const order = rearranged || !kept ? orderOf(forest) : kept.order
      place(forest, order, options.orientation)
      const layout = toLayout(forest, order, options.orientation, kept && !rearranged ? kept.layout : null)
      last = { options, order, layout }
      return layout
    },
  }
}

/** A layout made once, for a figure. */
export const layoutTree = (tree: Tree, options: TreeLayoutOptions): Layout =>
  createTreeLayout().update(tree, options)

function differing(before: ReadonlySet<string>, now: ReadonlySet<string>): string[] {
  return before === now
    ? []
    : [...before].filter((id) => !now.has(id)).concat([...now].filter((id) => !before.has(id)))
}

/** The slots of all shown nodes, parents before children and siblings in order, loose bubbles at the end; `index` is the way back. */
type Order = { readonly slots: Int32Array; readonly index: Int32Array }

function orderOf(forest: Forest): Order {
  const capacity = forest.stale.length
  const index = new Int32Array(capacity).fill(-1)
  const slots = new Int32Array(forest.slotOf.size)
  const waiting = new Int32Array(capacity + 1)
  let count = 0
  let top = pushRow(waiting, 0, forest.rows[0])
  while (top > 0) {
    const slot = at(waiting, --top)
    index[slot] = count
    slots[count++] = slot
    top = pushRow(waiting, top, forest.rows[slot])
  }
  for (const slot of forest.loose) {
    index[slot] = count
    slots[count++] = slot
  }
  if (count < forest.slotOf.size) sweepForest(forest, index)
  return { slots: slots.subarray(0, count), index }
}

/** Puts a row on a stack so that its first node comes off first; answers the new top. */
function pushRow(stack: Int32Array, top: number, row: readonly number[] | undefined): number {
  if (row) for (let i = row.length - 1; i >= 0; i--) stack[top++] = at(row, i)
  return top
}

/** Gives every slot its end along the depth axis, then places what is stale from the leaves up. */
function place(forest: Forest, { slots }: Order, orientation: Orientation): void {
  const gaps = gapsOf[orientation]
  const across = orientation === 'right' ? forest.height : forest.width
  const along = orientation === 'right' ? forest.width : forest.height
  forest.breadth = across
  forest.depthEnd[0] = 0
  for (const slot of slots) {
    const parent = at(forest.parent, slot)
    const start = parent === 0 ? 0 : at(forest.depthEnd, parent) + gaps.levels
    forest.depthEnd[slot] = start + at(along, slot)
  }
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = at(slots, i)
    if (forest.stale[slot] === 1) placeChildren(forest, slot, gaps)
    forest.stale[slot] = 0
  }
  placeChildren(forest, 0, { siblings: gaps.branches * 2, branches: gaps.branches * 2 })
  forest.stale[0] = 0
}

/** The layout as others see it; what only depends on who is shown is taken over from `same`. */
function toLayout(forest: Forest, order: Order, orientation: Orientation, same: Layout | null): Layout {
  const { slots, index } = order
  const size = slots.length
  const boxes = {
    ...placesOf(forest, slots, orientation),
    width: new Float64Array(size),
    height: new Float64Array(size),
  }
  const hidden = new Int32Array(size)
  const parent = same?.parent ?? new Int32Array(size)
  const ids = same ? [] : new Array<string>(size)
  for (let i = 0; i < size; i++) {
    const slot = at(slots, i)
    boxes.width[i] = at(forest.width, slot)
    boxes.height[i] = at(forest.height, slot)
    hidden[i] = at(forest.hidden, slot)
    if (same) continue
    parent[i] = at(index, at(forest.parent, slot))
    ids[i] = forest.ids[slot] as string
  }
  const tray = placeTray(boxes, size - forest.loose.length, orientation)
  const shown = same ?? { ids, indexOf: new IndexMap(ids, forest.slotOf, index) }
  return {
    ids: shown.ids,
    indexOf: shown.indexOf,
    x: boxes.x,
    y: boxes.y,
    width: boxes.width,
    height: boxes.height,
    parent,
    hidden,
    orientation,
    bounds: boundsOf(boxes, tray),
    tray,
  }
}

/** Adds up the moves from the top level down. Pinned nodes begin anew where they are pinned. */
function placesOf(
  forest: Forest,
  slots: Int32Array,
  orientation: Orientation,
): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(slots.length)
  const y = new Float64Array(slots.length)
  const [across, along, extent, pinAcross] =
    orientation === 'right' ? [y, x, forest.width, 1] : [x, y, forest.height, 0]
  const moves = new Float64Array(forest.stale.length)
  const depths = new Float64Array(forest.stale.length)
  const first = forest.kids[0]?.[0]
  moves[0] =
    first === undefined
      ? 0
      : -(at(forest.own, first) + at(forest.move, first) + at(forest.breadth, first) / 2)
  for (let i = 0; i < slots.length; i++) {
    const slot = at(slots, i)
    const parent = at(forest.parent, slot)
    const pin = forest.pins.size > 0 ? forest.pins.get(slot) : undefined
    const depth = at(forest.depthEnd, slot) - at(extent, slot)
    moves[slot] = pin ? at(pin, pinAcross) - at(forest.own, slot) : at(moves, parent) + at(forest.move, slot)
    depths[slot] = pin ? at(pin, 1 - pinAcross) - depth : at(depths, parent)
    across[i] = Math.round(at(moves, slot) + at(forest.own, slot))
    along[i] = Math.round(depth + at(depths, slot))
  }
  return { x, y }
}

type Boxes = Pick<Layout, 'x' | 'y' | 'width' | 'height'>

function boundsOf({ x, y, width, height }: Boxes, tray: Box | null): Box {
  let [left, top, right, bottom] = tray
    ? [tray.x, tray.y, tray.x + tray.width, tray.y + tray.height]
    : [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, at(x, i))
    top = Math.min(top, at(y, i))
    right = Math.max(right, at(x, i) + at(width, i))
    bottom = Math.max(bottom, at(y, i) + at(height, i))
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}
