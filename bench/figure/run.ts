/** A figure of 1,000 nodes as SVG and as a PNG of 4,000 pixels. Prints a table and writes bench/results/figure.json. */
import { mkdirSync, writeFileSync } from 'node:fs'
import * as Y from 'yjs'
import { addNodes } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { type FigureOptions, toFigure } from '#lib/export/figure.ts'
import { messages } from '#lib/i18n/messages.ts'
import { toPng } from '#server/figure/png.ts'
import { conditions } from '../conditions.ts'

const count = 1_000
const budgets = { svg: 50, png: 1_500 }
const options: FigureOptions = {
  labels: messages.nl,
  language: 'nl',
  branch: null,
  orientation: 'right',
  collapsed: new Set(),
  theme: 'print',
  legend: true,
  date: '2027-04-30',
}

/** A board four wide at every level. */
function madeBoard() {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  addNodes(doc, store.tree(), [{ id: 'n0', kind: 'ambition', title: 'Digitale zorg die werkt' }], {
    parent: null,
  })
  for (let parent = 0; store.tree().nodes.size < count; parent++) {
    const row = [1, 2, 3, 4].map((i) => ({
      id: `n${parent * 4 + i}`,
      kind: parent === 0 ? ('axis' as const) : ('effort' as const),
      title: `Inspanning ${parent * 4 + i} met een titel van gewone lengte`,
    }))
    doc.transact(() => addNodes(doc, store.tree(), row, { parent: `n${parent}` }))
  }
  return store.tree()
}

async function timed(rounds: number, run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[rounds >> 1] as number
}

const tree = madeBoard()
const figure = toFigure(tree, options)
/** 4,000 pixels along the longer side. */
const width = Math.round((4_000 * figure.width) / Math.max(figure.width, figure.height))
const results = {
  nodes: tree.nodes.size,
  svg: await timed(9, () => toFigure(tree, options)),
  png: await timed(3, async () => {
    const png = await toPng(figure, { width })
    if (!png.ok) throw new Error(png.code)
  }),
}
console.table([
  { figure: `SVG, ${results.nodes} nodes`, 'median ms': results.svg.toFixed(1), 'budget ms': budgets.svg },
  { figure: 'PNG, 4,000 px, off the thread', 'median ms': results.png.toFixed(0), 'budget ms': budgets.png },
])
mkdirSync(new URL('../results/', import.meta.url), { recursive: true })
writeFileSync(
  new URL('../results/figure.json', import.meta.url),
  `${JSON.stringify({ ...conditions(), budgets, results }, null, 2)}\n`,
)
