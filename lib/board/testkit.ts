import * as Y from 'yjs'
import { addNode } from './edit.ts'
import { childKind } from './schema.ts'
import { type BoardStore, createBoardStore, readTree } from './store.ts'
import type { Tree } from './tree.ts'

/** Boards as text for tests: one title a line, two blanks a level, `|` after a title that is selected. */

export type TestBoard = {
  readonly doc: Y.Doc
  readonly store: BoardStore
  readonly tree: () => Tree
  /** The ids whose titles carry a `|`, in reading order. */
  readonly selected: readonly string[]
  /** The id of the first node with a title. */
  readonly id: (title: string) => string
  /** The board as text again. */
  readonly outline: () => string
}

/** Builds a board from the notation; a node's id is its title with a number when the title was used before. */
export function board(notation: string, clientId?: number): TestBoard {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  const store = createBoardStore(doc)
  const selected: string[] = []
  const path: string[] = []
  for (const { level, title, isSelected } of linesOf(notation)) {
    const parent = path[level - 1] ?? null
    const tree = store.tree()
    let id = title
    for (let n = 2; tree.nodes.has(id); n++) id = `${title} ${n}`
    const kind = childKind(parent === null ? null : (tree.nodes.get(parent)?.kind ?? null))
    doc.transact(() => addNode(doc, tree, { id, kind, title }, { parent }))
    path.length = level
    path[level] = id
    if (isSelected) selected.push(id)
  }
  return testBoard(doc, store, selected)
}

function testBoard(doc: Y.Doc, store: BoardStore, selected: readonly string[]): TestBoard {
  return {
    doc,
    store,
    tree: store.tree,
    selected,
    outline: () => outline(store.tree()),
    id(title) {
      for (const node of store.tree().nodes.values()) if (node.title === title) return node.id
      throw new Error(`no node is called ${title}`)
    },
  }
}

function linesOf(notation: string) {
  const lines = notation.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => {
    const text = line.trim()
    const isSelected = text.endsWith('|')
    return {
      level: (line.length - line.trimStart().length - margin) / 2,
      title: isSelected ? text.slice(0, -1) : text,
      isSelected,
    }
  })
}

/** A tree in the notation, without selection. */
export function outline(tree: Tree): string {
  const lines: string[] = []
  const visit = (ids: readonly string[], level: number) => {
    for (const id of ids) {
      lines.push('  '.repeat(level) + (tree.nodes.get(id)?.title ?? ''))
      visit(tree.childrenOf(id), level + 1)
    }
  }
  visit(tree.childrenOf(null), 0)
  return lines.join('\n')
}

/** Numbers in 0..1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(random: () => number, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)]

/** Several documents that send each other what they change, through queues that deliver when the test says so. */
export type Peers = {
  readonly docs: readonly Y.Doc[]
  /** Delivers one waiting message between a random pair that is connected; answers false when none waits. */
  readonly deliver: (random: () => number) => boolean
  /** A peer goes away: what waits for it is lost, what it changes is kept for its return. */
  readonly disconnect: (peer: number) => void
  /** A peer returns: both sides exchange what the other lacks. */
  readonly reconnect: (peer: number) => void
  /** Connects everyone and delivers everything. */
  readonly settle: () => void
}

/** Peers that start from the same document. */
export function peersOf(source: Y.Doc, count: number): Peers {
  const start = Y.encodeStateAsUpdate(source)
  const docs = Array.from({ length: count }, (_, at) => {
    const doc = new Y.Doc()
    doc.clientID = at + 1
    Y.applyUpdate(doc, start, wire)
    return doc
  })
  const isAway = docs.map(() => false)
  const queues = docs.map(() => docs.map((): Uint8Array[] => []))
  const queue = (from: number, to: number) => queues[from]?.[to] ?? []
  docs.forEach((doc, from) => {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === wire || isAway[from]) return
      docs.forEach((_, to) => {
        if (to !== from && !isAway[to]) queue(from, to).push(update)
      })
    })
  })
  const receive = (from: number, to: number) => {
    const update = queue(from, to).shift()
    const doc = docs[to]
    if (update && doc) Y.applyUpdate(doc, update, wire)
  }
  const reconnect = (peer: number) => {
    isAway[peer] = false
    docs.forEach((other, at) => {
      const doc = docs[peer]
      if (at === peer || isAway[at] || !doc) return
      queue(peer, at).push(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
      queue(at, peer).push(Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
    })
  }
  return {
    docs,
    reconnect,
    disconnect(peer) {
      isAway[peer] = true
      docs.forEach((_, at) => {
        queue(peer, at).length = 0
        queue(at, peer).length = 0
      })
    },
    deliver(random) {
      const waiting = docs.flatMap((_, from) =>
        docs.flatMap((_, to) => (queue(from, to).length > 0 ? [[from, to] as const] : [])),
      )
      const pair = pick(random, waiting)
      if (pair) receive(pair[0], pair[1])
      return pair !== undefined
    },
    settle() {
      docs.forEach((_, at) => {
        reconnect(at)
      })
      docs.forEach((_, from) => {
        docs.forEach((_, to) => {
          while (queue(from, to).length > 0) receive(from, to)
        })
      })
    },
  }
}

/** The origin of updates that come from another peer. */
export const wire = Symbol('another peer')

/** Everything a tree says, as one text: equal for equal trees. */
export function describeTree(tree: Tree): string {
  const links = [...tree.links.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const nodes = [...tree.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = [null, ...nodes.map((node) => node.id)].map((id) => [id, tree.childrenOf(id)])
  const parents = nodes.map((node) => [node.id, tree.parentOf(node.id)])
  const ends = nodes.map((node) => [node.id, [...tree.linksOf(node.id)].sort()])
  const register = [...tree.roles, ...tree.organisations].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return JSON.stringify([nodes, parents, rows, links, ends, register, tree.meta])
}

/** What is wrong with a tree by the rules T1 to T5 and L1, in sentences; none for every document there can be. */
export function faultsOf(tree: Tree): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  const visit = (parent: string | null) => {
    const row = tree.childrenOf(parent)
    row.forEach((id, at) => {
      if (seen.has(id)) faults.push(`[T1] ${id} appears twice`)
      else {
        seen.add(id)
        visit(id)
      }
      if (tree.parentOf(id) !== parent)
        faults.push(`[T1] ${id} stands under ${parent} but names ${tree.parentOf(id)}`)
      const before = at === 0 ? undefined : tree.nodes.get(row[at - 1] as string)
      const node = tree.nodes.get(id)
      if (
        before &&
        node &&
        (before.order > node.order || (before.order === node.order && before.id >= node.id))
      )
        faults.push(`[T5] ${before.id} stands before ${id}`)
    })
  }
  visit(null)
  for (const id of tree.nodes.keys()) if (!seen.has(id)) faults.push(`[T1] ${id} does not appear`)
  for (const link of tree.links.values())
    if (!tree.nodes.has(link.from) || !tree.nodes.has(link.to))
      faults.push(`[L1] ${link.id} hangs in the air`)
  return faults
}

/** The tree of a document without the testing store. */
export const freshTree = readTree
