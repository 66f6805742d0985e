import type { BoardLink, Tree } from '#lib/board/tree.ts'
import type { Box, Layout } from '#lib/layout/layout.ts'
import { type Curve, drawLink, linkCurve } from '#lib/layout/lines.ts'
import { lengthTo, pointsAlong, type Stretch, stretchIn } from './curve-part.ts'
import type { Places } from './glide.ts'

/** A cross link as it stands on the canvas. */
export type PlacedLink = {
  readonly link: BoardLink
  readonly curve: Curve
  /** Around the curve, its control points and its signs. */
  readonly box: Box
  /** The stretch of the curve that comes near a box. */
  readonly stretchIn: (box: Box) => Stretch | null
  /** Board pixels along the curve up to a place on it. */
  readonly lengthTo: (place: number) => number
  /** Made when the link is first drawn: on a large board most never are. */
  readonly paths: () => LinkPaths
}

export type LinkPaths = {
  readonly line: Path2D
  readonly strokes: Path2D
  readonly fills: Path2D
}

/** Room around a curve for its signs and its zigzag. */
const rim = 12

/** The widest a link's label gets. */
export const labelWidth = 160

const kept = new WeakMap<BoardLink, { readonly from: Box; readonly to: Box; readonly placed: PlacedLink }>()

/** All links whose two ends are shown; one whose ends stand where they stood is the same object again. */
export function placeLinks(tree: Tree, layout: Layout, places: Places): PlacedLink[] {
  const placed: PlacedLink[] = []
  for (const link of tree.links.values()) {
    const from = layout.indexOf.get(link.from)
    const to = layout.indexOf.get(link.to)
    if (from !== undefined && to !== undefined && from !== to)
      placed.push(placeLink(link, layout, places, from, to))
  }
  return placed
}

function placeLink(link: BoardLink, layout: Layout, places: Places, a: number, b: number): PlacedLink {
  const known = kept.get(link)
  if (known && stands(known.from, layout, places, a) && stands(known.to, layout, places, b))
    return known.placed
  const from = boxAt(layout, places, a)
  const to = boxAt(layout, places, b)
  const placed = place(link, from, to)
  kept.set(link, { from, to, placed })
  return placed
}

const boxAt = ({ width, height }: Layout, { x, y }: Places, i: number): Box => ({
  x: x[i] as number,
  y: y[i] as number,
  width: width[i] as number,
  height: height[i] as number,
})

const stands = (box: Box, { width, height }: Layout, { x, y }: Places, i: number): boolean =>
  box.x === x[i] && box.y === y[i] && box.width === width[i] && box.height === height[i]

function place(link: BoardLink, from: Box, to: Box): PlacedLink {
  const curve = linkCurve(from, to)
  const xs = curve.map(([x]) => x)
  const ys = curve.map(([, y]) => y)
  const aside = typeof link.fields.label === 'string' ? labelWidth / 2 : rim
  const [x, y] = [Math.min(...xs) - aside, Math.min(...ys) - rim]
  const box = { x, y, width: Math.max(...xs) + aside - x, height: Math.max(...ys) + rim - y }
  let made: LinkPaths | null = null
  const paths = () => {
    made ??= pathsOf(link, curve)
    return made
  }
  let along: Float64Array | null = null
  const points = () => {
    along ??= pointsAlong(curve)
    return along
  }
  return {
    link,
    curve,
    box,
    stretchIn: (part) => stretchIn(points(), part),
    lengthTo: (place) => lengthTo(points(), place),
    paths,
  }
}

function pathsOf({ kind }: BoardLink, curve: Curve): LinkPaths {
  const { line, strokes, fills } = drawLink(kind, curve)
  return { line: new Path2D(line), strokes: new Path2D(strokes), fills: new Path2D(fills) }
}
