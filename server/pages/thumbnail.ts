import type { BoardNode, Tree } from '#lib/board/tree.ts'
import { axisIndexOf } from '#lib/layout/face.ts'
import { type Box, boxOf, type Size } from '#lib/layout/layout.ts'
import { curvePath, treeCurve } from '#lib/layout/lines.ts'
import { axisColours, themes } from '#lib/layout/palette.ts'
import { layoutTree } from '#lib/layout/tree.ts'

/** Bars drawn at most: more would be dust at this size. */
const most = 160

const bar: Size = { width: 230, height: 24 }
const head: Size = { width: 250, height: 52 }

/**
 * The small picture of a board as an SVG document: its tree as coloured bars without words, deep branches left out.
 * Its colours lie halfway between the light and the dark theme, so that one picture serves both.
 */
export function drawThumbnail(tree: Tree): string {
  const layout = layoutTree(tree, {
    orientation: 'right',
    collapsed: foldedToFit(tree),
    sizeOf: (node) => (node.kind === 'ambition' ? head : bar),
  })
  const lines: string[] = []
  const bars: string[] = []
  for (const id of layout.ids) {
    const box = boxOf(layout, id)
    const node = tree.nodes.get(id)
    if (!box || !node) continue
    const parent = tree.parentOf(id)
    const above = parent === null ? null : boxOf(layout, parent)
    if (above) lines.push(curvePath(treeCurve(above, box, 'right')))
    bars.push(drawBar(box, colourOf(tree, node)))
  }
  const { x, y, width, height } = layout.bounds
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x - 8, y - 8, Math.max(width, 1) + 16, Math.max(height, 1) + 16].map(Math.round).join(' ')}">`,
    `<path d="${lines.join('')}" fill="none" stroke="${halfway(themes.light.line, themes.dark.line)}" stroke-width="3"/>`,
    ...bars,
    '</svg>',
  ].join('')
}

const drawBar = ({ x, y, width, height }: Box, colour: string): string =>
  `<rect x="${Math.round(x)}" y="${Math.round(y)}" width="${width}" height="${height}" rx="${height / 2}" fill="${colour}"/>`

function colourOf(tree: Tree, node: BoardNode): string {
  if (node.kind === 'ambition') return halfway(themes.light.ambition.strong, themes.dark.ambition.strong)
  const axis = axisIndexOf(tree, node.id)
  return halfway(axisColours(themes.light, axis).strong, axisColours(themes.dark, axis).strong)
}

/** The colour in the middle of two `#rrggbb` colours. */
function halfway(a: string, b: string): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round((part(a, at) + part(b, at)) / 2)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The nodes to fold: whole levels from below, until few enough are left to see. */
function foldedToFit(tree: Tree): ReadonlySet<string> {
  const folded = new Set<string>()
  let row = tree.childrenOf(null)
  let shown = 0
  while (row.length > 0) {
    const next: string[] = row.flatMap((id) => tree.childrenOf(id))
    shown += row.length
    if (shown + next.length > most) for (const id of row) folded.add(id)
    row = folded.size > 0 ? [] : next
  }
  return folded
}
