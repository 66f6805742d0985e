import { branchOf, outlineOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import { foldedTo } from '#lib/commands/view.ts'
import type { ViewState } from './session.ts'

/** Boards with more nodes than this open folded, so that the first look is the whole and not a thicket. */
const foldAbove = 60
const foldedLevel = 2

/** What a person sees first: the root selected, and on a first visit to a large board the branches folded at level 2. */
export function openingView(tree: Tree, view: ViewState, firstVisit: boolean): Partial<ViewState> {
  const root = tree.childrenOf(null)[0]
  const selected = view.selected.filter((id) => tree.nodes.has(id))
  const known = [...view.collapsed].filter((id) => tree.nodes.has(id))
  const collapsed = firstVisit && tree.nodes.size > foldAbove ? foldedTo(tree, foldedLevel) : new Set(known)
  return { collapsed, selected: selected.length > 0 || root === undefined ? selected : [root] }
}

/** The folded set without the branches above `id`, so that it shows; the same set when it showed already. */
export function unfoldedTo(tree: Tree, collapsed: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const above = new Set<string>()
  for (let at = tree.parentOf(id); at !== null; at = tree.parentOf(at)) if (collapsed.has(at)) above.add(at)
  return above.size === 0 ? collapsed : new Set([...collapsed].filter((folded) => !above.has(folded)))
}

/** The selection after nodes went away: what is left, else nothing. The same array when all are still there. */
export function keptSelection(tree: Tree, selected: readonly string[]): readonly string[] {
  return selected.every((id) => tree.nodes.has(id)) ? selected : selected.filter((id) => tree.nodes.has(id))
}

/** All nodes a reader of the outline sees, folded branches left out, in reading order. */
export function visibleOutline(tree: Tree, collapsed: ReadonlySet<string>): string[] {
  const hidden = new Set([...collapsed].flatMap((id) => branchOf(tree, id).slice(1)))
  return outlineOf(tree).filter((id) => !hidden.has(id))
}
