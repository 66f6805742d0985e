import type { Tree } from '#lib/board/tree.ts'
import { visibleOutline } from './opening.ts'

type Direction = 'up' | 'down' | 'left' | 'right'

/** A step through the outline: another node to select, or a branch to open or fold; null when there is none that way. */
export type OutlineStep = { readonly select: string } | { readonly fold: string } | { readonly open: string }

/** Where an arrow key leads in the list: up and down the visible rows, right opens or enters a branch, left folds it or goes to its parent. */
export function walkOutline(
  tree: Tree,
  collapsed: ReadonlySet<string>,
  from: string | null,
  direction: Direction,
): OutlineStep | null {
  const rows = visibleOutline(tree, collapsed)
  const at = from === null ? -1 : rows.indexOf(from)
  if (from === null || at < 0) return toStep(rows[0])
  const children = tree.childrenOf(from)
  if (direction === 'up') return toStep(rows[at - 1])
  if (direction === 'down') return toStep(rows[at + 1])
  if (direction === 'right')
    return collapsed.has(from) && children.length > 0 ? { open: from } : toStep(children[0])
  return children.length > 0 && !collapsed.has(from) ? { fold: from } : toStep(tree.parentOf(from))
}

const toStep = (id: string | null | undefined): OutlineStep | null => (id == null ? null : { select: id })
