import { lacksOwner } from '#lib/board/derive.ts'
import type { NodeKind } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { counted, type FigureLabels, fill } from './labels.ts'

type Group = 'axes' | 'goals' | 'work' | 'others'
const groups: Partial<Record<NodeKind, Group>> = {
  axis: 'axes',
  phase: 'axes',
  goal: 'goals',
  subgoal: 'goals',
  effort: 'work',
  project: 'work',
}

/** What a figure shows, in one or two sentences made from the board: how many of what, and how many without an owner. */
export function altText(
  tree: Tree,
  ids: readonly string[],
  labels: FigureLabels,
  language: 'nl' | 'en',
  branch: string | null,
): string {
  const words = labels.figure.alt
  const counts: Record<Group, number> = { axes: 0, goals: 0, work: 0, others: 0 }
  let unowned = 0
  for (const id of ids) {
    const node = tree.nodes.get(id)
    if (!node) continue
    if (node.kind !== 'ambition') counts[groups[node.kind] ?? 'others']++
    if (lacksOwner(tree, node)) unowned++
  }
  const parts = (Object.keys(counts) as Group[])
    .filter((group) => counts[group] > 0)
    .map((group) => counted(counts[group], words[group]))
  const title = branch === null ? tree.meta.title : (tree.nodes.get(branch)?.title ?? '')
  if (parts.length === 0) return fill(words.empty, { title })
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)
  const first = fill(branch === null ? words.tree : words.branch, { title, parts: list })
  return unowned === 0 ? first : `${first} ${counted(unowned, words.unowned)}`
}
