import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import { at, intAt, placeChildren } from './contour.ts'
import { createForest, type Forest } from './forest.ts'
import { refreshForest } from './forest-rows.ts'
import type { Box, Layout, Orientation, Size } from './layout.ts'
import { type Order, orderAfter, orderOf } from './order.ts'
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
  let forest = createForest(0)
  let last: { readonly options: TreeLayoutOptions; readonly order: Order } | null = null

  return {
    update(tree, options, change) {
      const kept =
        last !== null && change !== undefined && last.options.orientation === options.orientation
          ? last
          : null
      if (!kept) forest = createForest(tree.nodes.size)
      const toggled = kept ? differing(kept.options.collapsed, options.collapsed) : []
      const changed =
        kept && change
          ? { nodes: change.nodes, rows: new Set([...change.rows, ...toggled]) }
          : { nodes: new Set<string>(), rows: new Set([null]) }
      const rows = refreshForest(forest, { tree, ...options }, changed)
      const order = kept ? orderNow(forest, kept.order, rows) : orderOf(forest)
      place(forest, order, options.orientation)
      last = { options, order }
      return toLayout(forest, order, options.orientation)
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

/** The order now that these rows changed. A row of a branch that is itself new, or the top level, asks for the whole. */
function orderNow(forest: Forest, before: Order, rows: readonly number[]): Order {
  const [row] = rows
  if (row === undefined) return before
  return rows.length === 1 && row !== 0 && (before.index[row] ?? -1) >= 0
    ? orderAfter(forest, before, row)
    : orderOf(forest)
}

/** Gives every slot its end along the depth axis, then places what is stale from the leaves up. */
function place(forest: Forest, { slots }: Order, orientation: Orientation): void {
  const gaps = gapsOf[orientation]
  const across = orientation === 'right' ? forest.height : forest.width
  const along = orientation === 'right' ? forest.width : forest.height
  forest.breadth = across
  const { depthEnd, parent, stale } = forest
  depthEnd[0] = -gaps.levels
  for (let i = 0; i < slots.length; i++) {
    const slot = intAt(slots, i)
    depthEnd[slot] = at(depthEnd, intAt(parent, slot)) + gaps.levels + at(along, slot)
  }
  depthEnd[0] = 0
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = intAt(slots, i)
    if (stale[slot] === 0) continue
    placeChildren(forest, slot, gaps)
    stale[slot] = 0
  }
  placeChildren(forest, 0, { siblings: gaps.branches * 2, branches: gaps.branches * 2 })
  stale[0] = 0
}

/** The layout as others see it. */
function toLayout(forest: Forest, { slots, ids, indexOf, parent }: Order, orientation: Orientation): Layout {
  const size = slots.length
  const boxes = {
    x: new Float64Array(size),
    y: new Float64Array(size),
    width: new Float64Array(size),
    height: new Float64Array(size),
  }
  const hidden = new Int32Array(size)
  for (let i = 0; i < size; i++) {
    const slot = intAt(slots, i)
    boxes.width[i] = at(forest.width, slot)
    boxes.height[i] = at(forest.height, slot)
    hidden[i] = intAt(forest.hidden, slot)
  }
  findPlaces(forest, slots, orientation, boxes)
  const tray = placeTray(boxes, size - forest.loose.length, orientation)
  const bounds = boundsOf(boxes, tray)
  return { ids, indexOf, ...boxes, parent, hidden, orientation, bounds, tray }
}

/** Adds up the moves from the top level down. Pinned nodes begin anew where they are pinned. */
function findPlaces(forest: Forest, slots: Int32Array, orientation: Orientation, { x, y }: Boxes): void {
  const isRight = orientation === 'right'
  const [across, along] = isRight ? [y, x] : [x, y]
  const { own, move, parent, depthEnd, shift, sink, pins } = forest
  const extent = isRight ? forest.width : forest.height
  const hasPins = pins.size > 0
  const first = forest.kids[0]?.[0]
  shift[0] = first === undefined ? 0 : -(at(own, first) + at(move, first) + at(forest.breadth, first) / 2)
  sink[0] = 0
  for (let i = 0; i < slots.length; i++) {
    const slot = intAt(slots, i)
    const above = intAt(parent, slot)
    const pin = hasPins ? pins.get(slot) : undefined
    const depth = at(depthEnd, slot) - at(extent, slot)
    shift[slot] = pin ? pin[isRight ? 1 : 0] - at(own, slot) : at(shift, above) + at(move, slot)
    sink[slot] = pin ? pin[isRight ? 0 : 1] - depth : at(sink, above)
    across[i] = Math.round(at(shift, slot) + at(own, slot))
    along[i] = Math.round(depth + at(sink, slot))
  }
}

type Boxes = Pick<Layout, 'x' | 'y' | 'width' | 'height'>

function boundsOf({ x, y, width, height }: Boxes, tray: Box | null): Box {
  let [left, top, right, bottom] = tray
    ? [tray.x, tray.y, tray.x + tray.width, tray.y + tray.height]
    : [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) {
    const [fromX, fromY] = [at(x, i), at(y, i)]
    if (fromX < left) left = fromX
    if (fromY < top) top = fromY
    if (fromX + at(width, i) > right) right = fromX + at(width, i)
    if (fromY + at(height, i) > bottom) bottom = fromY + at(height, i)
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}
