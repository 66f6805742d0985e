import { ownerOf } from '#lib/board/derive.ts'
import { readTree } from '#lib/board/store.ts'
import type { Tree } from '#lib/board/tree.ts'
import type { Layout } from '#lib/layout/layout.ts'
import { createTreeLayout } from '#lib/layout/tree.ts'
import { madeBoard } from './made-board.ts'

/** What the benchmark asks of each canvas; every page puts one on `window.contender`. */
export type Contender = {
  /** Milliseconds that making the board up took: not part of opening it. */
  readonly made: number
  readonly isPainted: () => boolean
  readonly zoomTo: (zoom: number) => void
  /** Brings a node to the middle of the screen at 100 %; answers where it is. */
  readonly show: (id: string) => { readonly x: number; readonly y: number }
  /** Selects nodes; dragging one of them drags all. */
  readonly select: (ids: readonly string[]) => void
  /** Adds a child and selects it, as the key `Tab` does. */
  readonly addChild: (id: string) => void
}

/** The board of a peer: the same tree in the same places, as plain data. */
export type PeerBoard = {
  readonly made: number
  readonly tree: Tree
  readonly layout: Layout
  readonly titleOf: (id: string) => string
  readonly ownerOf: (id: string) => string
}

/** Sizes for the peers: every node a card of the same size. */
const size = { width: 212, height: 84 }

export function peerBoard(): PeerBoard {
  const began = performance.now()
  const doc = madeBoard(Number(new URLSearchParams(location.search).get('nodes') ?? 1000))
  const made = performance.now() - began
  const tree = readTree(doc)
  const layout = createTreeLayout().update(tree, {
    orientation: 'right',
    collapsed: new Set(),
    sizeOf: () => size,
  })
  const node = (id: string) => tree.nodes.get(id)!
  return {
    made,
    tree,
    layout,
    titleOf: (id) => node(id).title,
    ownerOf: (id) => ownerOf(tree, node(id))?.title ?? '',
  }
}
