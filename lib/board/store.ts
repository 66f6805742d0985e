import type * as Y from 'yjs'
import { createArrangement } from './arrangement.ts'
import { createLinkIndex } from './link-index.ts'
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
 * It never writes: repairs of missing parents [T3] and cycles [T4] live in the projection [T6], see arrangement.ts.
 */
export function createBoardStore(doc: Y.Doc): BoardStore {
  const nodes = new Map<string, BoardNode>()
  const arrangement = createArrangement(nodes)
  const links = createLinkIndex(nodes)
  let roles: ReadonlyMap<string, BoardRole> = new Map()
  let organisations: ReadonlyMap<string, BoardOrganisation> = new Map()
  let meta = readMeta(yMeta(doc))
  const listeners = new Set<(change: TreeChange, tree: Tree) => void>()
  let pending = emptyChange()
  let version = 0
  let tree = wrap()

  function wrap(): Tree {
    return {
      version,
      nodes,
      links: links.links,
      roles,
      organisations,
      meta,
      childrenOf: arrangement.rowOf,
      parentOf: arrangement.parentOf,
      linksOf: links.linksOf,
    }
  }

  /** Reads the named nodes anew; answers those that changed place, came or went, with what they were. */
  function readNodes(ids: Iterable<string>): Map<string, BoardNode | undefined> {
    const moved = new Map<string, BoardNode | undefined>()
    for (const id of ids) {
      const before = nodes.get(id)
      const y = entry(yNodes(doc), id)
      const after = y && readNode(id, y)
      if (after) nodes.set(id, after)
      else nodes.delete(id)
      if (before?.parent !== after?.parent || before?.order !== after?.order || !before !== !after)
        moved.set(id, before)
    }
    return moved
  }

  function readLinks(ids: Iterable<string>): Map<string, BoardLink | null> {
    const read = new Map<string, BoardLink | null>()
    for (const id of ids) {
      const y = entry(yLinks(doc), id)
      read.set(id, y && readLink(id, y))
    }
    return read
  }

  function readRegister(): void {
    roles = readAll(yRoles(doc), readRole)
    organisations = readAll(yOrganisations(doc), readOrganisation)
    meta = readMeta(yMeta(doc))
  }

  function apply({ nodeIds, linkIds, register }: PendingChange): TreeChange {
    const moved = readNodes(nodeIds)
    const changedRows = arrangement.update(moved)
    const cameOrWent = [...moved].filter(([id, before]) => !before !== !nodes.has(id)).map(([id]) => id)
    const changedLinks = links.update(readLinks(linkIds), cameOrWent)
    if (register) readRegister()
    version++
    tree = wrap()
    return { nodes: nodeIds, links: changedLinks, rows: changedRows, register }
  }

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
