import { isLoose } from '#lib/board/derive.ts'
import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import { addSlot, countOf, type Forest, markStale, measure, noRow, slotsOf } from './forest.ts'
import type { Size } from './layout.ts'

/** What of a board is shown. */
export type View = {
  readonly tree: Tree
  readonly collapsed: ReadonlySet<string>
  readonly sizeOf: (node: BoardNode) => Size
}

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

/** Nodes that wait to be read, each with the slot it stands under; and the slots whose rows were read. */
type Walk = { readonly waiting: string[]; readonly parents: number[]; readonly filled: number[] }

/**
 * Reads the children of a slot anew; nodes that were not shown before come with everything below them. They take their slots in
 * reading order, so that walks over the whole board run through memory and not across it.
 */
function fillRow(forest: Forest, view: View, start: number): void {
  const isFresh = forest.known === null && countOf(forest) === 0
  const walk: Walk = { waiting: [], parents: [], filled: [] }
  const { waiting, parents, filled } = walk
  openRow(forest, view, start, walk)
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
    if (known === undefined) openRow(forest, view, slot, walk)
  }
  for (const slot of filled) forest.kids[slot] = unpinned(forest, forest.rows[slot] ?? noRow)
}

/** Begins the row of a slot: its children wait to be read, the first one first. */
function openRow(forest: Forest, { tree, collapsed }: View, slot: number, walk: Walk): void {
  const id = slot === 0 ? null : (forest.ids[slot] as string)
  const folded = id !== null && collapsed.size > 0 && collapsed.has(id)
  const children = folded ? noChildren : tree.childrenOf(id)
  forest.hidden[slot] = folded ? countBelow(tree, id) : 0
  forest.rows[slot] = children.length === 0 ? noRow : []
  forest.kids[slot] = noRow
  if (slot === 0) forest.loose = []
  if (children.length > 0) walk.filled.push(slot)
  for (let i = children.length - 1; i >= 0; i--) {
    walk.waiting.push(children[i] as string)
    walk.parents.push(slot)
  }
}

const noChildren: readonly string[] = []

function unpinned(forest: Forest, row: readonly number[]): readonly number[] {
  const { pins } = forest
  return pins.size > 0 && row.some((kid) => pins.has(kid)) ? row.filter((kid) => !pins.has(kid)) : row
}

function readPin(forest: Forest, slot: number, node: BoardNode): void {
  if (node.at) forest.pins.set(slot, node.at)
  else if (forest.pins.size > 0) forest.pins.delete(slot)
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
