import type { Tree } from '#lib/board/tree.ts'
import type { Layout } from '#lib/layout/layout.ts'

/** One line of the tree as a screen reader hears it. */
export type ReaderItem = {
  readonly id: string
  readonly level: number
  readonly position: number
  readonly of: number
  /** Undefined for a node without children. */
  readonly open: boolean | undefined
}

/** Boards up to this size are there whole; of larger ones only what lies around the focus. */
const whole = 200

/** How many siblings on each side, and how many children, stand around the focus. */
const around = 15

/** The nodes to offer, in reading order: all of a small board, else the path to the focus, its neighbours and its children. */
export function readerItems(tree: Tree, layout: Layout, focus: string | null): ReaderItem[] {
  if (layout.ids.length <= whole) return layout.ids.map((id) => itemOf(tree, layout, id))
  const at = focus !== null && layout.indexOf.has(focus) ? focus : (layout.ids[0] as string)
  const path: string[] = []
  for (let up = tree.parentOf(at); up !== null; up = tree.parentOf(up)) path.unshift(up)
  const row = tree.childrenOf(tree.parentOf(at))
  const here = row.indexOf(at)
  const before = row.slice(Math.max(0, here - around), here)
  const after = row.slice(here + 1, here + 1 + around)
  const children = tree.childrenOf(at).slice(0, 2 * around)
  return [...path, ...before, at, ...children, ...after]
    .filter((id) => layout.indexOf.has(id))
    .map((id) => itemOf(tree, layout, id))
}

function itemOf(tree: Tree, layout: Layout, id: string): ReaderItem {
  const parent = tree.parentOf(id)
  const row = tree.childrenOf(parent)
  let level = 1
  for (let up = parent; up !== null; up = tree.parentOf(up)) level++
  const hidden = layout.hidden[layout.indexOf.get(id) as number] as number
  return {
    id,
    level,
    position: row.indexOf(id) + 1,
    of: row.length,
    open: tree.childrenOf(id).length > 0 ? hidden === 0 : undefined,
  }
}
