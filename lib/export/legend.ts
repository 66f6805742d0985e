import { lacksOwner } from '#lib/board/derive.ts'
import { linkKinds, nodeKinds, statuses } from '#lib/board/schema.ts'
import type { BoardLink, BoardNode, Tree } from '#lib/board/tree.ts'
import { drawLink } from '#lib/layout/lines.ts'
import { textWidth } from '#lib/layout/measure.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { type Glyph, kindGlyphs, statusGlyphs } from '#lib/layout/shapes.ts'
import type { FigureLabels } from './labels.ts'
import { drawGlyph, drawLinkLine } from './marks.ts'
import { textLine } from './svg.ts'

/** The legend: only the kinds, states and links that the figure shows. */

type Entry = {
  readonly sign: (x: number, middle: number) => string
  readonly signWidth: number
  readonly words: string
}

const size = 12
const rowHeight = 24
const gap = 22

export type Legend = { readonly height: number; readonly draw: (x: number, y: number) => string }

/** The legend for these nodes and links, in rows no wider than `width`. */
export function legendOf(
  tree: Tree,
  nodes: readonly BoardNode[],
  links: readonly BoardLink[],
  labels: FigureLabels,
  theme: Theme,
  width: number,
): Legend {
  const rows = [
    kindEntries(nodes, labels, theme),
    stateEntries(tree, nodes, labels, theme),
    linkEntries(links, labels, theme),
  ].flatMap((entries) => toRows(entries, width))
  return {
    height: rows.length * rowHeight,
    draw: (x, y) => rows.map((row, i) => drawRow(row, x, y + (i + 0.5) * rowHeight, theme)).join(''),
  }
}

const glyphEntry = (glyph: Glyph, words: string, theme: Theme): Entry => ({
  sign: (x, middle) => drawGlyph({ glyph, x, y: middle - 7, size: 14 }, theme.muted),
  signWidth: 14,
  words,
})

function kindEntries(nodes: readonly BoardNode[], labels: FigureLabels, theme: Theme): Entry[] {
  const shown = new Set(nodes.map((node) => node.kind))
  return nodeKinds
    .filter((kind) => shown.has(kind))
    .map((kind) => glyphEntry(kindGlyphs[kind], labels.kinds.node[kind], theme))
}

function stateEntries(tree: Tree, nodes: readonly BoardNode[], labels: FigureLabels, theme: Theme): Entry[] {
  const shown = new Set(nodes.map((node) => node.status))
  const entries = statuses
    .filter((status) => shown.has(status))
    .map((status) => glyphEntry(statusGlyphs[status], labels.kinds.status[status], theme))
  if (!nodes.some((node) => lacksOwner(tree, node))) return entries
  const ring = (x: number, middle: number) =>
    `<circle cx="${x + 7}" cy="${middle}" r="6" fill="none" stroke="${theme.alert}" stroke-width="1.25" stroke-dasharray="2 2"/>`
  return [...entries, { sign: ring, signWidth: 14, words: labels.figure.face.noOwner }]
}

function linkEntries(links: readonly BoardLink[], labels: FigureLabels, theme: Theme): Entry[] {
  const shown = new Set(links.map((link) => link.kind))
  return linkKinds
    .filter((kind) => shown.has(kind))
    .map((kind) => ({
      sign: (x, middle) =>
        drawLinkLine(
          drawLink(kind, [
            [x, middle],
            [x + 14, middle],
            [x + 28, middle],
            [x + 42, middle],
          ]),
          theme,
        ),
      signWidth: 42,
      words: labels.kinds.link[kind],
    }))
}

const widthOf = ({ signWidth, words }: Entry): number => signWidth + 6 + textWidth(words, size) + gap

function toRows(entries: readonly Entry[], width: number): Entry[][] {
  const rows: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const row = rows.at(-1)
    if (row && left + widthOf(entry) - gap <= width) row.push(entry)
    else {
      rows.push([entry])
      left = 0
    }
    left += widthOf(entry)
  }
  return rows
}

function drawRow(row: readonly Entry[], x: number, middle: number, theme: Theme): string {
  let left = x
  return row
    .map((entry) => {
      const drawn =
        entry.sign(left, middle) +
        textLine(entry.words, left + entry.signWidth + 6, middle + size * 0.36, { size, fill: theme.ink })
      left += widthOf(entry)
      return drawn
    })
    .join('')
}
