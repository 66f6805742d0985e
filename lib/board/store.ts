import type * as Y from 'yjs'
import { compareSiblings } from './order.ts'
import {
  entry,
  readLink,
  readMeta,
  readNode,
  readOrganisation,
  readRole,
  yLinks,
  yMeta,
  yNodes,
  yOrganisations,
  yRoles,
} from './read.ts'
import type { BoardLink, BoardNode, BoardOrganisation, BoardRole, Tree, TreeChange } from './tree.ts'

/** A live tree over a document. */
export type BoardStore = {
  /** The present tree; a new wrapper after every change, so identity tells whether anything changed. */
  readonly tree: () => Tree
  /** Calls back after each transaction that changed the board, with what changed; returns the way out. */
  readonly subscribe: (listener: (change: TreeChange, tree: Tree) => void) => () => void
  readonly destroy: () => void
}

/** The tree of a document, read once. */
export function readTree(doc: Y.Doc): Tree {
  const store = createBoardStore(doc)
  store.destroy()
  return store.tree()
}

/**
 * Follows a document and keeps its tree, touching only what a transaction changed.
 * It never writes: repairs of missing parents [T3] and cycles [T4] live here, in the projection [T6].
 */
export function createBoardStore(doc: Y.Doc): BoardStore {
  const nodes = new Map<string, BoardNode>()
  const links = new Map<string, BoardLink>()
  const allLinks = new Map<string, BoardLink>()
  const linksByEnd = new Map<string, string[]>()
  let roles: ReadonlyMap<string, BoardRole> = new Map()
  let organisations: ReadonlyMap<string, BoardOrganisation> = new Map()
  let meta = readMeta(yMeta(doc))
  let parents = new Map<string, string | null>()
  const rows = new Map<string | null, readonly string[]>()
  const listeners = new Set<(change: TreeChange, tree: Tree) => void>()
  let pending = emptyChange()
  let version = 0
  let tree = wrap()

  function wrap(): Tree {
    return {
      version,
      nodes,
      links,
      roles,
      organisations,
      meta,
      childrenOf: (id) => rows.get(id) ?? noRow,
      parentOf: (id) => parents.get(id) ?? null,
      linksOf: (id) => linksByEnd.get(id) ?? noRow,
    }
  }

  /** Reads the named nodes anew; answers which of them changed place, came or went. */
  function readNodes(ids: Iterable<string>): Set<string> {
    const moved = new Set<string>()
    for (const id of ids) {
      const before = nodes.get(id)
      const y = entry(yNodes(doc), id)
      const after = y && readNode(id, y)
      if (after) nodes.set(id, after)
      else nodes.delete(id)
      if (before?.parent !== after?.parent || before?.order !== after?.order || !before !== !after)
        moved.add(id)
    }
    return moved
  }

  /** Finds the rows that are different because `moved` nodes came, went or moved, and orders them again. */
  function arrange(moved: ReadonlySet<string>): Set<string | null> {
    const dirty = new Set<string | null>()
    const next = repairedParents(nodes)
    for (const [id, parent] of next) {
      const before = parents.get(id)
      if (before === parent && !moved.has(id)) continue
      dirty.add(parent)
      if (before !== undefined) dirty.add(before)
    }
    for (const id of moved) {
      const before = parents.get(id)
      if (!next.has(id) && before !== undefined) dirty.add(before)
      if (!next.has(id)) rows.delete(id)
    }
    parents = next
    const fresh = new Map<string | null, BoardNode[]>()
    for (const parent of dirty) if (parent === null || nodes.has(parent)) fresh.set(parent, [])
    for (const [id, parent] of parents) fresh.get(parent)?.push(nodes.get(id) as BoardNode)
    for (const [parent, row] of fresh)
      rows.set(
        parent,
        row.sort(compareSiblings).map((node) => node.id),
      )
    return dirty
  }

  /** Reads the named links anew and, when nodes came or went, looks again which links have both ends. */
  function readLinks(ids: ReadonlySet<string>, nodesCameOrWent: boolean): Set<string> {
    for (const id of ids) {
      const y = entry(yLinks(doc), id)
      const link = y && readLink(id, y)
      if (link) allLinks.set(id, link)
      else allLinks.delete(id)
    }
    const changed = new Set(ids)
    for (const id of nodesCameOrWent ? new Set([...allLinks.keys(), ...ids]) : ids) {
      const link = allLinks.get(id)
      const visible = link !== undefined && nodes.has(link.from) && nodes.has(link.to)
      if (visible !== links.has(id)) changed.add(id)
      if (visible) links.set(id, link)
      else links.delete(id)
    }
    if (changed.size > 0) indexLinks()
    return changed
  }

  function indexLinks(): void {
    linksByEnd.clear()
    for (const link of links.values()) {
      for (const end of link.from === link.to ? [link.from] : [link.from, link.to]) {
        const row = linksByEnd.get(end)
        if (row) row.push(link.id)
        else linksByEnd.set(end, [link.id])
      }
    }
  }

  function readRegister(): void {
    roles = readAll(yRoles(doc), readRole)
    organisations = readAll(yOrganisations(doc), readOrganisation)
    meta = readMeta(yMeta(doc))
  }

  function apply({ nodeIds, linkIds, register }: PendingChange): TreeChange {
    const known = nodes.size
    const moved = readNodes(nodeIds)
    const changedRows = moved.size > 0 ? arrange(moved) : new Set<string | null>()
    const cameOrWent =
      moved.size > 0 && (nodes.size !== known || [...moved].some((id) => !nodes.has(id) || linksAwait(id)))
    const changedLinks = linkIds.size > 0 || cameOrWent ? readLinks(linkIds, cameOrWent) : linkIds
    if (register) readRegister()
    version++
    tree = wrap()
    return { nodes: nodeIds, links: changedLinks, rows: changedRows, register }
  }

  const linksAwait = (id: string) => allLinks.size !== links.size && nodes.has(id)

  const onNodes = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => collectIds(events, pending.nodeIds)
  const onLinks = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => collectIds(events, pending.linkIds)
  const onRegister = () => {
    pending.register = true
  }
  const onTransaction = () => {
    if (pending.nodeIds.size === 0 && pending.linkIds.size === 0 && !pending.register) return
    const change = apply(pending)
    pending = emptyChange()
    for (const listener of [...listeners]) listener(change, tree)
  }

  const registerMaps = [yRoles(doc), yOrganisations(doc), yMeta(doc)]
  yNodes(doc).observeDeep(onNodes)
  yLinks(doc).observeDeep(onLinks)
  for (const map of registerMaps) map.observeDeep(onRegister)
  doc.on('afterTransaction', onTransaction)
  apply({ nodeIds: new Set(yNodes(doc).keys()), linkIds: new Set(yLinks(doc).keys()), register: true })

  return {
    tree: () => tree,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      yNodes(doc).unobserveDeep(onNodes)
      yLinks(doc).unobserveDeep(onLinks)
      for (const map of registerMaps) map.unobserveDeep(onRegister)
      doc.off('afterTransaction', onTransaction)
      listeners.clear()
    },
  }
}

type PendingChange = { nodeIds: Set<string>; linkIds: Set<string>; register: boolean }

const noRow: readonly string[] = Object.freeze([])
const emptyChange = (): PendingChange => ({ nodeIds: new Set(), linkIds: new Set(), register: false })

/** The entries an event batch touches: the keys of the root map, or the entry a nested event lies in. */
function collectIds(events: Y.YEvent<Y.AbstractType<unknown>>[], into: Set<string>): void {
  for (const event of events) {
    const first = event.path[0]
    if (first !== undefined) into.add(String(first))
    else for (const key of event.changes.keys.keys()) into.add(key)
  }
}

function readAll<T>(map: Y.Map<unknown>, read: (id: string, y: Y.Map<unknown>) => T): Map<string, T> {
  const all = new Map<string, T>()
  for (const id of map.keys()) {
    const y = entry(map, id)
    if (y) all.set(id, read(id, y))
  }
  return all
}

/**
 * The parent of every node after repair: a missing parent reads as the top level [T3]; in a cycle the node with the
 * smallest id goes to the top level and the others hang below it [T4]. Linear in the number of nodes.
 */
function repairedParents(nodes: ReadonlyMap<string, BoardNode>): Map<string, string | null> {
  const parents = new Map<string, string | null>()
  for (const { id, parent } of nodes.values())
    parents.set(id, parent !== null && nodes.has(parent) ? parent : null)
  const settled = new Set<string>()
  for (const start of parents.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: string | null = start
    while (at !== null && !settled.has(at) && !onPath.has(at)) {
      path.push(at)
      onPath.add(at)
      at = parents.get(at) ?? null
    }
    if (at !== null && onPath.has(at)) parents.set(smallest(path.slice(path.indexOf(at))), null)
    for (const id of path) settled.add(id)
  }
  return parents
}

const smallest = (ids: readonly string[]): string => ids.reduce((least, id) => (id < least ? id : least))
