import type { Tree } from '#lib/board/tree.ts'

/** One visible line of the list. */
export type Row = {
  readonly id: string
  /** 1 at the top. */
  readonly level: number
  /** Place among the siblings, from 1, and how many there are. */
  readonly place: number
  readonly siblings: number
  readonly children: number
  readonly folded: boolean
}

/** The lines a person sees: reading order, without what hangs below a folded node. */
export function visibleRows(tree: Tree, collapsed: ReadonlySet<string>): Row[] {
  const rows: Row[] = []
  const stack: { readonly ids: readonly string[]; readonly level: number; at: number }[] = [
    { ids: tree.childrenOf(null), level: 1, at: 0 },
  ]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const id = top.ids[top.at++]
    if (id === undefined) {
      stack.pop()
      continue
    }
    const children = tree.childrenOf(id)
    const folded = children.length > 0 && collapsed.has(id)
    rows.push({
      id,
      level: top.level,
      place: top.at,
      siblings: top.ids.length,
      children: children.length,
      folded,
    })
    if (children.length > 0 && !folded) stack.push({ ids: children, level: top.level + 1, at: 0 })
  }
  return rows
}

/** Which rows of equal height to draw: those in sight and a few around them, `end` not included. */
export function rowsInSight(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { start: number; end: number } {
  const spare = 8
  const start = Math.max(0, Math.floor(scrollTop / rowHeight) - spare)
  return { start, end: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare) }
}

/** The scroll position nearest to the present one at which a row is wholly in sight. */
export function scrollTo(index: number, rowHeight: number, scrollTop: number, height: number): number {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop
}
