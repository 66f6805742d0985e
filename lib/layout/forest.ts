import type { BoardNode } from '#lib/board/tree.ts'
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

/** Takes in the size of a slot, rounded up to whole pixels. */
export function measure(forest: Forest, slot: number, size: Size): void {
  const width = Math.ceil(size.width)
  const height = Math.ceil(size.height)
  if (at(forest.width, slot) === width && at(forest.height, slot) === height) return
  forest.width[slot] = width
  forest.height[slot] = height
  markStale(forest, slot)
}

/** Marks a slot and everything above it to be placed again. */
export function markStale(forest: Forest, slot: number): void {
  for (let s = slot; forest.stale[s] === 0; s = intAt(forest.parent, s)) {
    forest.stale[s] = 1
    if (s === 0) return
  }
}

/** Shared by all that have no children; never written to. */
export const noRow: number[] = []

/** Gives a node a slot. */
export function addSlot(forest: Forest, { id }: BoardNode, { width, height }: Size): number {
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
