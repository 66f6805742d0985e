/** The tree layout against d3-flextree on the same trees with the same node sizes. Prints a table and writes bench/results/layout.json. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import { createTreeLayout } from '#lib/layout/tree.ts'
import { conditions } from '../conditions.ts'

type FlexNode = {
  readonly id: string
  readonly size: readonly [number, number]
  readonly children: readonly FlexNode[]
}
type Flextree = ((root: unknown) => void) & { hierarchy: (node: FlexNode) => unknown }
const { flextree } = createRequire(new URL('../peers/package.json', import.meta.url))('d3-flextree') as {
  flextree: (options: object) => Flextree
}

const rounds = 61
const budgets = { full: 1 / 10, change: 1 / 100 }

function sizeOf({ id }: Pick<BoardNode, 'id'>) {
  const hash = Number(id.slice(1)) * 2654435761
  return { width: 196 + (hash % 5) * 20, height: 52 + (hash % 4) * 18 }
}

/** A board of `count` nodes: three to eight children each, breadth first, siblings created in order. */
function boardOf(count: number) {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  let next = 1
  const add = (parent: string | null) => {
    addNode(doc, store.tree(), { id: `n${next}`, kind: 'effort', title: '' }, { parent })
    next++
  }
  add(null)
  for (let parent = 1; next <= count; parent++) {
    doc.transact(() => {
      for (let i = 0; i < 3 + (parent % 6) && next <= count; i++) add(`n${parent}`)
    })
  }
  return { doc, store }
}

function toFlex(tree: Tree, id: string): FlexNode {
  const { width, height } = sizeOf({ id })
  return {
    id,
    size: [height + 14, width + 60],
    children: tree.childrenOf(id).map((child) => toFlex(tree, child)),
  }
}

/** Both layouts begin with the board's tree and end with places, so the peer's own hierarchy is part of its time. */
function layoutByPeer(tree: Tree): { readonly all: number; readonly placing: number } {
  const layout = flextree({})
  const start = performance.now()
  const hierarchy = layout.hierarchy(toFlex(tree, 'n1'))
  const made = performance.now()
  layout(hierarchy)
  const end = performance.now()
  return { all: end - start, placing: end - made }
}

function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!

function measure(count: number) {
  const { doc, store } = boardOf(count)
  const options = { orientation: 'right' as const, collapsed: new Set<string>(), sizeOf }
  const kept = createTreeLayout()
  kept.update(store.tree(), options)
  let change: TreeChange | null = null
  store.subscribe((next) => {
    change = next
  })
  const times = {
    peer: [] as number[],
    placing: [] as number[],
    full: [] as number[],
    change: [] as number[],
  }
  for (let round = 0; round < rounds; round++) {
    const peer = layoutByPeer(store.tree())
    times.peer.push(peer.all)
    times.placing.push(peer.placing)
    times.full.push(timed(() => createTreeLayout().update(store.tree(), options)))
    addNode(
      doc,
      store.tree(),
      { id: `n${count + round + 1}`, kind: 'effort', title: '' },
      { parent: `n${Math.ceil(count / 2) + round}` },
    )
    times.change.push(timed(() => kept.update(store.tree(), options, change!)))
  }
  return {
    nodes: count,
    peer: median(times.peer),
    peerPlacing: median(times.placing),
    full: median(times.full),
    change: median(times.change),
  }
}

measure(1_000)
const results = [1_000, 10_000]
  .map(measure)
  .map((row) => ({ ...row, fullRatio: row.full / row.peer, changeRatio: row.change / row.peer }))
console.table(
  results.map(({ nodes, peer, peerPlacing, full, change, fullRatio, changeRatio }) => ({
    nodes,
    'd3-flextree ms': peer.toFixed(2),
    'of it placing': peerPlacing.toFixed(2),
    'full ms': full.toFixed(2),
    'one change ms': change.toFixed(3),
    'full / peer (budget 1/10)': `1/${(1 / fullRatio).toFixed(1)}`,
    'change / peer (budget 1/100)': `1/${(1 / changeRatio).toFixed(0)}`,
  })),
)
for (const { nodes, fullRatio, changeRatio } of results) {
  // Half of a whole layout are the two look-ups by id for each node in the board's own maps, which the peer's time holds too.
  if (fullRatio > budgets.full)
    console.warn(
      `${nodes} nodes: a whole layout misses its budget ${(fullRatio / budgets.full).toFixed(1)} times`,
    )
  // Below some thousand nodes a change costs less than a tenth of a millisecond, most of it for reading the changed row.
  if (changeRatio > budgets.change)
    console.warn(
      `${nodes} nodes: one change misses its budget ${(changeRatio / budgets.change).toFixed(1)} times`,
    )
}
mkdirSync(new URL('../results/', import.meta.url), { recursive: true })
writeFileSync(
  new URL('../results/layout.json', import.meta.url),
  `${JSON.stringify({ ...conditions(), budgets, results }, null, 2)}\n`,
)
