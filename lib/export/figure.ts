import type { BoardLink, BoardNode, Tree } from '#lib/board/tree.ts'
import { coloursOf, faceOf } from '#lib/layout/face.ts'
import { type Box, boxOf, type Layout, type Orientation } from '#lib/layout/layout.ts'
import { curvePath, drawLink, linkCurve, treeCurve } from '#lib/layout/lines.ts'
import { ellipsize } from '#lib/layout/measure.ts'
import { type Theme, type ThemeName, themes } from '#lib/layout/palette.ts'
import { layoutTree } from '#lib/layout/tree.ts'
import { altText } from './alt-text.ts'
import { type FigureLabels, fill } from './labels.ts'
import { type Legend, legendOf } from './legend.ts'
import { drawFace, drawKnob, drawLinkLine } from './marks.ts'
import { element, escapeXml, fontAttribute, ownFontRule, textLine } from './svg.ts'

/** What a figure shows and how. It is made from tree, layout and faces alone, so that it is the same in browser and server. */
export type FigureOptions = {
  readonly labels: FigureLabels
  readonly language: 'nl' | 'en'
  /** One branch, or null for the whole board. */
  readonly branch: string | null
  readonly orientation: Orientation
  readonly collapsed: ReadonlySet<string>
  readonly theme: ThemeName
  readonly legend: boolean
  /** The day the figure was made, `2027-04-30`. */
  readonly date: string
  /** Width on paper; without it a board pixel is 1/96 inch, as on screen. */
  readonly widthMm?: number | undefined
  /** `@font-face` rules to put inside, for programs that read them. */
  readonly fontFaces?: string | undefined
  /** No ground, for slides. */
  readonly transparent?: boolean | undefined
}

export type Figure = {
  readonly svg: string
  /** In board pixels. */
  readonly width: number
  readonly height: number
  readonly widthMm: number
  readonly heightMm: number
  /** The smallest letter on paper, in points. */
  readonly smallestPt: number
  readonly alt: string
}

const margin = 24
const footerHeight = 34
const smallestLetter = 11.5
/** Narrow boards get this much room, so that the footer can be read. */
const narrowest = 420
const mmPerPixel = 25.4 / 96
const pointsPerMm = 72 / 25.4

/** Draws a board or a branch. */
export function toFigure(tree: Tree, options: FigureOptions): Figure {
  const { labels, branch } = options
  const shown = branch === null ? tree : branchTree(tree, branch)
  const faceFor = (node: BoardNode) => faceOf(tree, node, labels)
  const layout = layoutTree(shown, {
    orientation: options.orientation,
    collapsed: options.collapsed,
    sizeOf: faceFor,
  })
  const nodes = layout.ids.flatMap((id) => tree.nodes.get(id) ?? [])
  const links = [...tree.links.values()].filter(
    (link) => layout.indexOf.has(link.from) && layout.indexOf.has(link.to),
  )
  const theme = themes[options.theme]
  const inner = extentOf(layout, links)
  const width = Math.max(inner.width, narrowest) + 2 * margin
  const legend = options.legend
    ? legendOf(tree, nodes, links, labels, theme, width - 2 * margin)
    : { height: 0, draw: () => '' }
  const height = inner.height + 2 * margin + (legend.height > 0 ? legend.height + 14 : 0) + footerHeight
  const widthMm = options.widthMm ?? width * mmPerPixel
  const scale = widthMm / width
  const alt = altText(tree, layout.ids, labels, options.language, branch)
  const drawing = drawBoard(tree, layout, links, labels, theme)
  const parts = [
    element('g', { transform: `translate(${margin - inner.x} ${margin - inner.y})` }, drawing),
    drawFoot(tree, options, legend, theme, { width, top: inner.height + 2 * margin }),
  ]
  const svg = wrap(parts, {
    width,
    height,
    widthMm,
    heightMm: height * scale,
    alt,
    title: titleOf(tree, options),
    theme,
    options,
  })
  return {
    svg,
    width,
    height,
    widthMm,
    heightMm: height * scale,
    smallestPt: smallestLetter * scale * pointsPerMm,
    alt,
  }
}

/** The tree with one branch as its only top-level node; parents stay, so that colours and owners are those of the board. */
const branchTree = (tree: Tree, branch: string): Tree => ({
  ...tree,
  childrenOf: (id) => (id === null ? (tree.nodes.has(branch) ? [branch] : []) : tree.childrenOf(id)),
})

function titleOf(tree: Tree, { branch, labels }: FigureOptions): string {
  const title = branch === null ? tree.meta.title : (tree.nodes.get(branch)?.title ?? '')
  return title.trim() || labels.figure.untitled
}

/** The nodes, with room for links that go around them and knobs that stick out. */
function extentOf(layout: Layout, links: readonly BoardLink[]): Box {
  const { x, y, width, height } = layout.bounds
  let [right, bottom] = [x + width, y + height]
  for (const link of links) {
    const [, a, b] = linkBetween(layout, link)
    right = Math.max(right, (Math.max(a[0], b[0]) * 3 + (x + width)) / 4)
    bottom = Math.max(bottom, (Math.max(a[1], b[1]) * 3 + (y + height)) / 4)
  }
  if (layout.hidden.some((count) => count > 0)) {
    right += layout.orientation === 'right' ? 44 : 0
    bottom += layout.orientation === 'down' ? 24 : 0
  }
  return { x, y, width: right - x, height: bottom - y }
}

const linkBetween = (layout: Layout, link: BoardLink) =>
  linkCurve(boxOf(layout, link.from) as Box, boxOf(layout, link.to) as Box)

function drawBoard(
  tree: Tree,
  layout: Layout,
  links: readonly BoardLink[],
  labels: FigureLabels,
  theme: Theme,
): string {
  const lines: string[] = []
  const faces: string[] = []
  for (const [i, id] of layout.ids.entries()) {
    const node = tree.nodes.get(id)
    const box = boxOf(layout, id)
    if (!node || !box) continue
    const face = faceOf(tree, node, labels)
    const { strong } = coloursOf(theme, face)
    const parent = boxOf(layout, layout.ids[layout.parent[i] ?? -1] ?? '')
    if (parent)
      lines.push(
        element('path', {
          d: curvePath(treeCurve(parent, box, layout.orientation)),
          fill: 'none',
          stroke: strong,
          'stroke-width': 1.5,
        }),
      )
    faces.push(drawFace(face, box, theme))
    const hidden = layout.hidden[i] ?? 0
    if (hidden > 0) faces.push(drawKnob(box, hidden, layout.orientation, theme, strong))
  }
  const crossing = links.map((link) => drawLinkLine(drawLink(link.kind, linkBetween(layout, link)), theme))
  return [drawTray(layout, labels, theme), ...lines, ...crossing, ...faces].join('')
}

function drawTray({ tray }: Layout, labels: FigureLabels, theme: Theme): string {
  if (!tray) return ''
  const edge = element('rect', {
    ...tray,
    rx: 10,
    fill: 'none',
    stroke: theme.line,
    'stroke-width': 1,
    'stroke-dasharray': '3 5',
  })
  return (
    edge +
    textLine(labels.figure.tray, tray.x + 16, tray.y + 25, { size: 12, weight: 600, fill: theme.muted })
  )
}

type Foot = { readonly width: number; readonly top: number }

/** Legend, then one line: title, date, classification, with a rule above. */
function drawFoot(
  tree: Tree,
  options: FigureOptions,
  legend: Legend,
  theme: Theme,
  { width, top }: Foot,
): string {
  const { labels, language, date } = options
  const rule = top + (legend.height > 0 ? legend.height + 14 : 0)
  const asOf = fill(labels.figure.asOf, { date: dayIn(language, date) })
  const stamp = `${asOf} · ${labels.figure.classification[tree.meta.classification]}`
  const room = width - 2 * margin
  const title = ellipsize(titleOf(tree, options), { size: 13, weight: 600, width: room * 0.55 })
  return [
    legend.draw(margin, top),
    element('path', {
      d: `M${margin} ${rule}H${width - margin}`,
      fill: 'none',
      stroke: theme.line,
      'stroke-width': 1,
    }),
    textLine(title, margin, rule + 20, { size: 13, weight: 600, fill: theme.ink }),
    textLine(stamp, width - margin, rule + 20, { size: 12, fill: theme.muted, anchor: 'end' }),
  ].join('')
}

/** `30-04-2027` in Dutch, `30 April 2027` in English; a date that is none is shown as it is. */
function dayIn(language: 'nl' | 'en', date: string): string {
  const [year, month, day] = date.split('-')
  if (!year || !month || !day) return date
  if (language === 'nl') return `${day}-${month}-${year}`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

type Sheet = Omit<Figure, 'svg' | 'smallestPt'> & {
  readonly title: string
  readonly theme: Theme
  readonly options: FigureOptions
}

function wrap(
  parts: readonly string[],
  { width, height, widthMm, heightMm, alt, title, theme, options }: Sheet,
): string {
  const ground = options.transparent ? '' : element('rect', { x: 0, y: 0, width, height, fill: theme.paper })
  const style = element('style', {}, `${options.fontFaces?.replaceAll('<', '') ?? ''}${ownFontRule}`)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${widthMm.toFixed(2)}mm`,
      height: `${heightMm.toFixed(2)}mm`,
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      'xml:lang': options.language,
      lang: options.language,
      role: 'img',
      ...fontAttribute,
    },
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(alt)),
    style,
    ground,
    ...parts,
  )
}
