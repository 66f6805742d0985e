/**
 * Places the children of one node side by side, each as close to its elder siblings as their contours allow.
 * After A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014): nodes have their own sizes, contours are
 * followed through threads, and room left over is shared among the siblings between two that touch.
 *
 * Nodes are slots of typed arrays. What a parent decides about a child (`move`, threads of its extremes) is kept apart from
 * what the child knows of its own branch, so that one parent can be placed again without touching anything below.
 */
export type Contours = {
  /** Children of a slot in sibling order; only those that take part in placing. */
  readonly kids: (readonly number[])[]
  /** Extent along the row of siblings and end along the depth axis. */
  breadth: Float64Array
  depthEnd: Float64Array
  /** Place within the own branch, and the shift the parent gave the whole branch: place = own + moves up to the root. */
  own: Float64Array
  move: Float64Array
  /** The deepest node of the left and right contour of the branch, and the moves between it and the branch's root. */
  leftEnd: Int32Array
  leftMoves: Float64Array
  rightEnd: Int32Array
  rightMoves: Float64Array
  /** From the end of a contour to where it goes on in a neighbouring branch, -1 when it does not; and the shift in between. */
  leftThread: Int32Array
  rightThread: Int32Array
  threadShift: Float64Array
}

/**
 * Entries that are known to be there, one function for each kind of array: a function that saw them all would read each the slow
 * way, wherever it is inlined.
 */
export const at = (row: Float64Array, index: number): number => row[index] as number
export const intAt = (row: Int32Array, index: number): number => row[index] as number
export const slotAt = (row: readonly number[], index: number): number => row[index] as number

const noKids: readonly number[] = []
const kidsOf = (c: Contours, slot: number): readonly number[] => c.kids[slot] ?? noKids

export type Gaps = { readonly siblings: number; readonly branches: number }

/** How far down elder siblings reach: the last one first, each with a greater depth than the one before. */
type Reach = { readonly depth: number; readonly index: number; readonly next: Reach | null }

/** Contours for a number of slots. */
export function createContours(size: number): Contours {
  return {
    kids: [],
    breadth: new Float64Array(size),
    depthEnd: new Float64Array(size),
    own: new Float64Array(size),
    move: new Float64Array(size),
    leftEnd: new Int32Array(size),
    leftMoves: new Float64Array(size),
    rightEnd: new Int32Array(size),
    rightMoves: new Float64Array(size),
    leftThread: new Int32Array(size).fill(-1),
    rightThread: new Int32Array(size).fill(-1),
    threadShift: new Float64Array(size),
  }
}

/** Places the children of `parent` and the parent halfway above them; expects every child's own branch to be placed. */
export function placeChildren(c: Contours, parent: number, gaps: Gaps): void {
  const kids = kidsOf(c, parent)
  const first = kids[0]
  if (first === undefined) {
    placeLeaf(c, parent)
    return
  }
  for (const kid of kids) forgetPlace(c, kid)
  const spread = kids.length > 2 ? createSpread(kids.length) : null
  const ends = {
    left: intAt(c.leftEnd, first),
    leftMoves: at(c.leftMoves, first),
    right: intAt(c.rightEnd, first),
    rightMoves: at(c.rightMoves, first),
  }
  let reach: Reach | null = { depth: at(c.depthEnd, ends.right), index: 0, next: null }
  for (let i = 1; i < kids.length; i++) {
    const kid = slotAt(kids, i)
    separate(c, kids, i, reach, gaps, ends, spread)
    const depth = at(c.depthEnd, intAt(c.rightEnd, kid))
    while (reach && depth >= reach.depth) reach = reach.next
    reach = { depth, index: i, next: reach }
  }
  if (spread) spreadOut(c, kids, spread)
  const last = slotAt(kids, kids.length - 1)
  const from = at(c.own, first) + at(c.move, first)
  const to = at(c.own, last) + at(c.move, last) + at(c.breadth, last)
  c.own[parent] = (from + to - at(c.breadth, parent)) / 2
  c.leftEnd[parent] = ends.left
  c.leftMoves[parent] = ends.leftMoves
  c.rightEnd[parent] = ends.right
  c.rightMoves[parent] = ends.rightMoves
}

function placeLeaf(c: Contours, slot: number): void {
  c.own[slot] = 0
  c.leftEnd[slot] = slot
  c.rightEnd[slot] = slot
  c.leftMoves[slot] = 0
  c.rightMoves[slot] = 0
  c.leftThread[slot] = -1
  c.rightThread[slot] = -1
}

/** Takes back what a parent decided about a child the last time. */
function forgetPlace(c: Contours, kid: number): void {
  c.move[kid] = 0
  c.leftThread[intAt(c.leftEnd, kid)] = -1
  c.rightThread[intAt(c.leftEnd, kid)] = -1
  c.leftThread[intAt(c.rightEnd, kid)] = -1
  c.rightThread[intAt(c.rightEnd, kid)] = -1
}

type Ends = { left: number; leftMoves: number; right: number; rightMoves: number }

/** Moves child `i` free of its elder siblings, walking down their right and its left contour, and threads the shorter one to the longer. */
function separate(
  c: Contours,
  kids: readonly number[],
  i: number,
  reach: Reach | null,
  gaps: Gaps,
  ends: Ends,
  spread: Spread | null,
): void {
  const kid = slotAt(kids, i)
  let elder = slotAt(kids, i - 1)
  let elderMoves = at(c.move, elder)
  let own = kid
  let ownMoves = 0
  let first = true
  while (elder >= 0 && own >= 0) {
    const elderDepth = at(c.depthEnd, elder)
    const ownDepth = at(c.depthEnd, own)
    while (reach?.next && elderDepth > reach.depth) reach = reach.next
    const overlap =
      elderMoves +
      at(c.own, elder) +
      at(c.breadth, elder) +
      (first ? gaps.siblings : gaps.branches) -
      (ownMoves + at(c.own, own))
    if (overlap > 0 || first) {
      ownMoves += overlap
      c.move[kid] = at(c.move, kid) + overlap
      if (spread && reach) shareRoom(spread, i, reach.index, overlap)
    }
    first = false
    if (elderDepth <= ownDepth) {
      const next = after(c, elder, c.rightThread, true)
      if (kidsOf(c, elder).length === 0) elderMoves += at(c.threadShift, elder)
      elder = next
      if (elder >= 0) elderMoves += at(c.move, elder)
    }
    if (elderDepth >= ownDepth) {
      const next = after(c, own, c.leftThread, false)
      if (kidsOf(c, own).length === 0) ownMoves += at(c.threadShift, own)
      own = next
      if (own >= 0) ownMoves += at(c.move, own)
    }
  }
  joinContours(c, kid, { elder, elderMoves, own, ownMoves }, ends)
}

/** The next node down a contour: the outermost child, or where the thread leads. */
function after(c: Contours, slot: number, threads: Int32Array, last: boolean): number {
  const kids = kidsOf(c, slot)
  return kids.length === 0 ? intAt(threads, slot) : slotAt(kids, last ? kids.length - 1 : 0)
}

type Stop = {
  readonly elder: number
  readonly elderMoves: number
  readonly own: number
  readonly ownMoves: number
}

/** Keeps the contours of all children so far: `ends` are theirs, the shorter side goes on in the deeper branch. */
function joinContours(
  c: Contours,
  kid: number,
  { elder, elderMoves, own, ownMoves }: Stop,
  ends: Ends,
): void {
  if (elder < 0 && own >= 0) {
    c.leftThread[ends.left] = own
    c.threadShift[ends.left] = ownMoves - at(c.move, own) - ends.leftMoves
    ends.left = intAt(c.leftEnd, kid)
    ends.leftMoves = at(c.leftMoves, kid) + at(c.move, kid)
  }
  if (elder >= 0 && own < 0) {
    const end = intAt(c.rightEnd, kid)
    c.rightThread[end] = elder
    c.threadShift[end] = elderMoves - at(c.move, elder) - (at(c.rightMoves, kid) + at(c.move, kid))
  } else {
    ends.right = intAt(c.rightEnd, kid)
    ends.rightMoves = at(c.rightMoves, kid) + at(c.move, kid)
  }
}

/** Room that one child needed beyond its neighbour, to be shared among the siblings in between. */
type Spread = { readonly step: Float64Array; readonly jump: Float64Array }

const createSpread = (count: number): Spread => ({
  step: new Float64Array(count),
  jump: new Float64Array(count),
})

/** Notes that child `index` was pushed by `room` by the elder sibling `touched`. */
function shareRoom({ step, jump }: Spread, index: number, touched: number, room: number): void {
  const parts = index - touched
  if (parts < 2) return
  step[touched + 1] = at(step, touched + 1) + room / parts
  step[index] = at(step, index) - room / parts
  jump[index] = at(jump, index) - room + room / parts
}

/** Moves the siblings in between, all at once, when the last child has its place. */
function spreadOut(c: Contours, kids: readonly number[], { step, jump }: Spread): void {
  let stride = 0
  let sum = 0
  for (const [i, kid] of kids.entries()) {
    stride += at(step, i)
    sum += stride + at(jump, i)
    if (sum !== 0) c.move[kid] = at(c.move, kid) + sum
  }
}
