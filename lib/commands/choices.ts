import { type NodeKind, nodeKinds, type Status, statuses } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'

/** What a menu offers where a command needs a choice. */

/**
 * The kinds a set of nodes may get, in rank order: never ranking above a parent nor below a child, because a parent
 * never ranks below its child. Kinds outside the line from ambition to project are always offered.
 */
export function kindChoices(tree: Tree, ids: readonly string[]): NodeKind[] {
  const ranked = ids.map((id) => ({
    above: rankOf(tree, tree.parentOf(id)),
    below: tree.childrenOf(id).map((child) => rankOf(tree, child)),
  }))
  const highest = Math.max(0, ...ranked.map(({ above }) => above ?? 0))
  const lowest = Math.min(lastRank, ...ranked.flatMap(({ below }) => below).filter((rank) => rank !== null))
  return nodeKinds.filter((kind) => {
    const rank = rankOfKind(kind)
    return rank === null || (rank >= highest && rank <= lowest)
  })
}

export const statusChoices: readonly (Status | null)[] = [null, ...statuses]

/** Ambition, axis and phase, goal, subgoal and capability, effort and project; other kinds have no rank. */
const ranks: Partial<Record<NodeKind, number>> = {
  ambition: 0,
  axis: 1,
  phase: 1,
  goal: 2,
  subgoal: 3,
  capability: 3,
  effort: 4,
  project: 4,
}
const lastRank = 4

const rankOfKind = (kind: NodeKind): number | null => ranks[kind] ?? null

function rankOf(tree: Tree, id: string | null): number | null {
  const node = id === null ? undefined : tree.nodes.get(id)
  return node ? rankOfKind(node.kind) : null
}
