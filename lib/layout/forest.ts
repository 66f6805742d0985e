import { isLoose } from '#lib/board/derive.ts'
import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import { at, type Contours, createContours, intAt } from './contour.ts'
import type { Size } from './layout.ts'

/** The nodes that are shown, each in a slot of typed arrays; slot 0 stands for the top level. */
export type Forest = Contours & {
  /** Slot by id, made when first asked for: see `slotsOf`. */
  known: Map<string, number> | null
  /** Per slot; '' for slot 0 and for free slots. */
  readonly ids: string[]
  parent: Int32Array
  width: Float64Array
  height: Float64Array
  /** Nodes below a folded node. */
  hidden: Int32Array
  /** Scratch for adding up moves along both axes, per slot. */
  shift: Float64Array
  sink: Float64Array
  /** 1 when the slot's children have to be placed again. */
  stale: Uint8Array
  /** All children in sibling order, pinned ones included; `kids` holds those that are placed among each other. */
  readonly rows: number[][]
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

/** An empty forest with room for `size` nodes to begin with. */
export function createForest(size: number): Forest {
  const room = Math.max(64, Math.ceil(size * 1.25))
  return {
    ...createContours(room),
    known: null,
    ids: [''],
    parent: new Int32Array(room),
    width: new Float64Array(room),
    height: new Float64Array(room),
    hidden: new Int32Array(room),
    shift: new Float64Array(room),
    sink: new Float64Array(room),
    stale: new Uint8Array(room),
    rows: [[]],
    pins: new Map(),
    loose: [],
    free: [],
  }
}

/** Slot by id. A layout that is made once and never asked needs none. */
export function slotsOf(forest: Forest): Map<string, number> {
  if (forest.known) return forest.known
  // Until now nothing was taken away, so every slot but the first is a node.
  forest.known = new Map()
  for (let slot = 1; slot < forest.ids.length; slot++) forest.known.set(forest.ids[slot] as string, slot)
  return forest.known
}

/** How many nodes have a slot. */
export const countOf = (forest: Forest): number => forest.ids.length - 1 - forest.free.length

/** Brings the forest up to date with what changed; answers the slots whose rows were read anew. */
export function refreshForest(
  forest: Forest,
  view: View,
  change: Pick<TreeChange, 'nodes' | 'rows'>,
): readonly number[] {
  const { tree } = view
  const rows = new Set(change.rows)
  for (const id of change.nodes) {
    const node = tree.nodes.get(id)
    const slot = slotsOf(forest).get(id)
    if (!node || slot === undefined) continue
    if (isPinnedElsewhere(forest, slot, node)) rows.add(tree.parentOf(id))
    if (tree.parentOf(id) === null) rows.add(null)
    measure(forest, slot, view.sizeOf(node))
  }
  for (const id of change.rows) if (id !== null && tree.parentOf(id) === null) rows.add(null)
  const filled: number[] = []
  for (const id of rows) {
    const slot = id === null ? 0 : slotsOf(forest).get(id)
    if (slot !== undefined) {
      fillRow(forest, view, slot)
      filled.push(slot)
    }
    recountHidden(forest, view, id)
  }
  return filled
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
  for (let s = slot; forest.stale[s] === 0; s = intAt(forest.parent, s)) {
    forest.stale[s] = 1
    if (s === 0) return
  }
}

/**
 * Reads the children of a slot anew; nodes that were not shown before come with everything below them. They take their slots in
 * reading order, so that walks over the whole board run through memory and not across it.
 */
function fillRow(forest: Forest, view: View, start: number): void {
  const isFresh = forest.known === null && countOf(forest) === 0
  const waiting: string[] = []
  const parents: number[] = []
  const filled: number[] = []
  openRow(forest, view, start, waiting, parents, filled)
  forest.stale[start] = 0
  markStale(forest, start)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const parent = parents.pop() as number
    const node = view.tree.nodes.get(id)
    if (!node) continue
    const known = isFresh ? undefined : slotsOf(forest).get(id)
    const slot = known ?? addSlot(forest, node, view.sizeOf(node))
    readPin(forest, slot, node)
    forest.parent[slot] = parent
    if (parent === 0 && !forest.pins.has(slot) && isLoose(view.tree, id)) forest.loose.push(slot)
    else forest.rows[parent]?.push(slot)
    if (known === undefined) openRow(forest, view, slot, waiting, parents, filled)
  }
  for (const slot of filled) forest.kids[slot] = unpinned(forest, forest.rows[slot] ?? noRow)
}

/** Begins the row of a slot: its children wait to be read, the first one first. */
function openRow(
  forest: Forest,
  { tree, collapsed }: View,
  slot: number,
  waiting: string[],
  parents: number[],
  filled: number[],
): void {
  const id = slot === 0 ? null : (forest.ids[slot] as string)
  const folded = id !== null && collapsed.size > 0 && collapsed.has(id)
  const children = folded ? noChildren : tree.childrenOf(id)
  forest.hidden[slot] = folded ? countBelow(tree, id) : 0
  forest.rows[slot] = children.length === 0 ? noRow : []
  forest.kids[slot] = noRow
  if (slot === 0) forest.loose = []
  if (children.length > 0) filled.push(slot)
  for (let i = children.length - 1; i >= 0; i--) {
    waiting.push(children[i] as string)
    parents.push(slot)
  }
}

const noChildren: readonly string[] = []
/** Shared by all that have no children; never written to. */
const noRow: number[] = []

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
  forest.known?.set(id, slot)
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
  forest.shift = wideFloats(forest.shift)
  forest.sink = wideFloats(forest.sink)
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
  const known = slotsOf(forest)
  for (const [id, slot] of known) {
    if (intAt(index, slot) >= 0) continue
    known.delete(id)
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
    const slot = slotsOf(forest).get(id)
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
