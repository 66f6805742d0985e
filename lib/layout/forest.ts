import { isLoose } from '#lib/board/derive.ts'
import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import { at, type Contours, createContours } from './contour.ts'
import type { Size } from './layout.ts'

/** The nodes that are shown, each in a slot of typed arrays; slot 0 stands for the top level. */
export type Forest = Contours & {
  readonly slotOf: Map<string, number>
  /** Per slot; '' for slot 0 and for free slots. */
  readonly ids: string[]
  parent: Int32Array
  width: Float64Array
  height: Float64Array
  /** Nodes below a folded node. */
  hidden: Int32Array
  /** 1 when the slot's children have to be placed again. */
  stale: Uint8Array
  /** All children in sibling order, pinned ones included; `kids` holds those that are placed among each other. */
  readonly rows: (readonly number[])[]
  readonly pins: Map<number, readonly [x: number, y: number]>
  /** Loose bubbles, for the tray. */
  loose: number[]
  readonly free: number[]
}

export type View = {
  readonly tree: Tree
  readonly collapsed: ReadonlySet<string>
  readonly sizeOf: (node: BoardNode) => Size
}

/** An empty forest. */
export function createForest(): Forest {
  const room = 64
  return {
    ...createContours(room),
    slotOf: new Map(),
    ids: [''],
    parent: new Int32Array(room),
    width: new Float64Array(room),
    height: new Float64Array(room),
    hidden: new Int32Array(room),
    stale: new Uint8Array(room),
    rows: [[]],
    pins: new Map(),
    loose: [],
    free: [],
  }
}

/** Brings the forest up to date with what changed; answers whether nodes came, went or changed places. */
export function refreshForest(
  forest: Forest,
  view: View,
  change: Pick<TreeChange, 'nodes' | 'rows'>,
): boolean {
  const { tree } = view
  const rows = new Set(change.rows)
  for (const id of change.nodes) {
    const node = tree.nodes.get(id)
    const slot = forest.slotOf.get(id)
    if (!node || slot === undefined) continue
    if (isPinnedElsewhere(forest, slot, node)) rows.add(tree.parentOf(id))
    if (tree.parentOf(id) === null) rows.add(null)
    measure(forest, slot, view.sizeOf(node))
  }
  for (const id of change.rows) if (id !== null && tree.parentOf(id) === null) rows.add(null)
  for (const id of rows) {
    const slot = id === null ? 0 : forest.slotOf.get(id)
    if (slot !== undefined) fillRow(forest, view, slot)
    recountHidden(forest, view, id)
  }
  return rows.size > 0
}

function isPinnedElsewhere(forest: Forest, slot: number, node: BoardNode): boolean {
  const pin = forest.pins.get(slot)
  return pin?.[0] !== node.at?.[0] || pin?.[1] !== node.at?.[1]
}

function measure(forest: Forest, slot: number, size: Size): void {
  const width = Math.ceil(size.width)
  const height = Math.ceil(size.height)
  if (at(forest.width, slot) === width && at(forest.height, slot) === height) return
  forest.width[slot] = width
  forest.height[slot] = height
  markStale(forest, slot)
}

/** Marks a slot and everything above it to be placed again. */
function markStale(forest: Forest, slot: number): void {
  for (let s = slot; at(forest.stale, s) === 0; s = at(forest.parent, s)) {
    forest.stale[s] = 1
    if (s === 0) return
  }
}

/** Reads the children of a slot anew; nodes that were not shown before come with everything below them. */
function fillRow(forest: Forest, view: View, start: number): void {
  const waiting = [start]
  for (let slot = waiting.pop(); slot !== undefined; slot = waiting.pop()) {
    const id = at(forest.parent, slot) === slot ? null : (forest.ids[slot] as string)
    const folded = id !== null && view.collapsed.has(id)
    const children = folded ? noChildren : view.tree.childrenOf(id)
    const row: number[] = []
    if (slot === 0) forest.loose = []
    for (const child of children) {
      const node = view.tree.nodes.get(child)
      if (!node) continue
      const known = forest.slotOf.get(child)
      const kid = known ?? addSlot(forest, node, view.sizeOf(node))
      if (known === undefined) waiting.push(kid)
      readPin(forest, kid, node)
      forest.parent[kid] = slot
      if (slot === 0 && !forest.pins.has(kid) && isLoose(view.tree, child)) forest.loose.push(kid)
      else row.push(kid)
    }
    forest.rows[slot] = row.length === 0 ? noRow : row
    forest.kids[slot] = unpinned(forest, forest.rows[slot] ?? noRow)
    forest.stale[slot] = 0
    markStale(forest, slot)
    if (folded) forest.hidden[slot] = countBelow(view.tree, id)
    else forest.hidden[slot] = 0
  }
}

const noChildren: readonly string[] = []
const noRow: readonly number[] = []

function unpinned(forest: Forest, row: readonly number[]): readonly number[] {
  const { pins } = forest
  return pins.size > 0 && row.some((kid) => pins.has(kid)) ? row.filter((kid) => !pins.has(kid)) : row
}

function readPin(forest: Forest, slot: number, node: BoardNode): void {
  if (node.at) forest.pins.set(slot, node.at)
  else if (forest.pins.size > 0) forest.pins.delete(slot)
}

function addSlot(forest: Forest, { id }: BoardNode, { width, height }: Size): number {
  const slot = forest.free.pop() ?? forest.ids.length
  if (slot >= forest.stale.length) grow(forest)
  forest.slotOf.set(id, slot)
  forest.ids[slot] = id
  forest.stale[slot] = 1
  forest.width[slot] = Math.ceil(width)
  forest.height[slot] = Math.ceil(height)
  return slot
}

/** Doubles the room of every array. One by one: assigning by computed names would slow every later access. */
function grow(forest: Forest): void {
  const room = forest.stale.length * 2
  const wideFloats = (row: Float64Array) => widen(row, new Float64Array(room))
  const wideInts = (row: Int32Array) => widen(row, new Int32Array(room))
  forest.breadth = wideFloats(forest.breadth)
  forest.depthEnd = wideFloats(forest.depthEnd)
  forest.own = wideFloats(forest.own)
  forest.move = wideFloats(forest.move)
  forest.leftMoves = wideFloats(forest.leftMoves)
  forest.rightMoves = wideFloats(forest.rightMoves)
  forest.threadShift = wideFloats(forest.threadShift)
  forest.width = wideFloats(forest.width)
  forest.height = wideFloats(forest.height)
  forest.leftEnd = wideInts(forest.leftEnd)
  forest.rightEnd = wideInts(forest.rightEnd)
  forest.leftThread = wideInts(forest.leftThread)
  forest.rightThread = wideInts(forest.rightThread)
  forest.parent = wideInts(forest.parent)
  forest.hidden = wideInts(forest.hidden)
  forest.stale = widen(forest.stale, new Uint8Array(room))
}

function widen<T extends Float64Array | Int32Array | Uint8Array>(row: T, wider: T): T {
  wider.set(row)
  return wider
}

/** Forgets the slots that have no place in `index`: the walk over all shown nodes did not meet them. */
export function sweepForest(forest: Forest, index: Int32Array): void {
  for (const [id, slot] of forest.slotOf) {
    if (at(index, slot) >= 0) continue
    forest.slotOf.delete(id)
    forest.ids[slot] = ''
    forest.pins.delete(slot)
    forest.rows[slot] = noRow
    forest.kids[slot] = noRow
    forest.free.push(slot)
  }
}

/** A change below a folded node changes the number on its knob. */
function recountHidden(forest: Forest, { tree, collapsed }: View, from: string | null): void {
  for (let id = from; id !== null; id = tree.parentOf(id)) {
    const slot = forest.slotOf.get(id)
    if (slot !== undefined && collapsed.has(id)) forest.hidden[slot] = countBelow(tree, id)
  }
}

function countBelow(tree: Tree, id: string): number {
  let count = 0
  const waiting = [...tree.childrenOf(id)]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count++
    for (const child of tree.childrenOf(next)) waiting.push(child)
  }
  return count
}
