import type { BoardLink, BoardNode } from './tree.ts'

/** The links of a board, and which of them can be seen. */
export type LinkIndex = {
  /** Links whose two ends exist [L1]. */
  readonly links: ReadonlyMap<string, BoardLink>
  /** Ids of the links that can be seen at a node. */
  readonly linksOf: (id: string) => readonly string[]
  /**
   * Takes in changed links (null: it is gone or cannot be read) and the ids of nodes that came or went; answers the links that
   * are other ones now, or appeared or disappeared.
   */
  readonly update: (
    changed: ReadonlyMap<string, BoardLink | null>,
    cameOrWent: Iterable<string>,
  ) => Set<string>
}

/** Keeps the links over `nodes`, a map that its owner keeps up to date; an update costs the links concerned. */
export function createLinkIndex(nodes: ReadonlyMap<string, BoardNode>): LinkIndex {
  const all = new Map<string, BoardLink>()
  const links = new Map<string, BoardLink>()
  /** The links of `all` by node, whether it exists or not. */
  const ending = new Map<string, Set<string>>()
  /** The answers of `linksOf`, made when asked for. */
  const rows = new Map<string, readonly string[]>()

  function replace(id: string, link: BoardLink | null): void {
    const before = all.get(id)
    for (const end of before ? [before.from, before.to] : []) {
      const ids = ending.get(end)
      ids?.delete(id)
      if (ids?.size === 0) ending.delete(end)
      rows.delete(end)
    }
    if (!link) {
      all.delete(id)
      return
    }
    all.set(id, link)
    for (const end of [link.from, link.to]) {
      const ids = ending.get(end)
      if (ids) ids.add(id)
      else ending.set(end, new Set([id]))
    }
  }

  /** Shows or hides a link; answers whether that is a change. */
  function show(id: string): boolean {
    const link = all.get(id)
    const isVisible = link !== undefined && nodes.has(link.from) && nodes.has(link.to)
    const isChange = isVisible !== links.has(id)
    if (isVisible) links.set(id, link)
    else links.delete(id)
    for (const end of link ? [link.from, link.to] : []) rows.delete(end)
    return isChange
  }

  return {
    links,
    linksOf(id) {
      const known = rows.get(id)
      if (known) return known
      const row = [...(ending.get(id) ?? [])].filter((link) => links.has(link))
      if (row.length > 0) rows.set(id, row)
      return row
    },
    update(changed, cameOrWent) {
      const told = new Set(changed.keys())
      for (const [id, link] of changed) replace(id, link)
      for (const id of changed.keys()) show(id)
      for (const node of cameOrWent) {
        for (const id of ending.get(node) ?? []) if (show(id)) told.add(id)
        rows.delete(node)
      }
      return told
    },
  }
}
