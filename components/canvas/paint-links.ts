import type { LinkKind } from '#lib/board/schema.ts'
import type { BoardLink } from '#lib/board/tree.ts'
import type { Box, Layout } from '#lib/layout/layout.ts'
import { type Curve, drawLink, type LinkStyle, linkCurve, pointOn } from '#lib/layout/lines.ts'
import type { Theme } from '#lib/layout/palette.ts'
import type { Frame } from './frame.ts'
import { boxIn } from './places.ts'
import type { Scene } from './scene.ts'
import { boxesMeet, type Point } from './viewport.ts'

/** A cross link as it stands on the canvas. */
type Placed = {
  readonly link: BoardLink
  readonly curve: Curve
  /** Around the curve and its control points. */
  readonly box: Box
  /** Made when the link is first drawn: on a large board most never are. */
  readonly paths: () => Paths
}

type Paths = {
  readonly style: LinkStyle
  readonly line: Path2D
  readonly strokes: Path2D
  readonly fills: Path2D
}

/** Below this zoom links are thin lines without their signs. */
const signsFrom = 0.3

/** Screen pixels around a link within which a press means it. */
const reach = 9

/** Draws the links whose two ends are shown, each in the manner of its kind; quiet, because a board has many. */
export function paintLinks(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { box, zoom }: Frame,
): void {
  for (const { paths, box: own } of placedLinks(scene)) {
    if (!boxesMeet(own, box)) continue
    const { style, line, strokes, fills } = paths()
    const colour = style.alert ? theme.alert : theme.line
    ctx.strokeStyle = colour
    ctx.lineWidth = Math.max(style.width - 0.25, 0.8 / zoom)
    ctx.setLineDash(zoom < signsFrom ? [] : [...style.dash])
    ctx.stroke(line)
    ctx.setLineDash([])
    if (zoom < signsFrom) continue
    ctx.stroke(strokes)
    ctx.fillStyle = colour
    ctx.fill(fills)
  }
}

/** Draws links again over the others: those that `isChosen` picks, in one colour, still in the manner of their kind. */
export function accentLinks(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  colour: string,
  width: number,
  isChosen: (link: BoardLink) => boolean,
): void {
  ctx.strokeStyle = colour
  ctx.fillStyle = colour
  ctx.lineWidth = width
  for (const { link, paths } of placedLinks(scene)) {
    if (!isChosen(link)) continue
    const { style, line, strokes, fills } = paths()
    ctx.setLineDash([...style.dash])
    ctx.stroke(line)
    ctx.setLineDash([])
    ctx.stroke(strokes)
    ctx.fill(fills)
  }
}

/** The link nearest to a board point, null when none is near. */
export function linkAt(scene: Scene, { x, y }: Point, zoom: number): string | null {
  let nearest: string | null = null
  let least = reach / zoom
  const point = { x: x - least, y: y - least, width: 2 * least, height: 2 * least }
  for (const { link, curve, box } of placedLinks(scene)) {
    if (!boxesMeet(box, point)) continue
    const distance = distanceTo(curve, x, y)
    if (distance >= least) continue
    least = distance
    nearest = link.id
  }
  return nearest
}

const kept = new WeakMap<Layout, { readonly links: object; readonly placed: readonly Placed[] }>()

/** All links in place; kept as long as neither the layout nor the board changes. */
function placedLinks(scene: Scene): readonly Placed[] {
  const layout = scene.layout()
  const resting = scene.places() === layout
  const tree = scene.tree()
  const known = resting ? kept.get(layout) : undefined
  if (known?.links === tree) return known.placed
  const placed: Placed[] = []
  for (const link of tree.links.values()) {
    const from = layout.indexOf.get(link.from)
    const to = layout.indexOf.get(link.to)
    if (from !== undefined && to !== undefined && from !== to)
      placed.push(place(link, boxIn(scene, from), boxIn(scene, to)))
  }
  if (resting) kept.set(layout, { links: tree, placed })
  return placed
}

function place(link: BoardLink, from: Box, to: Box): Placed {
  const curve = linkCurve(from, to)
  const xs = curve.map(([x]) => x)
  const ys = curve.map(([, y]) => y)
  const [x, y] = [Math.min(...xs) - 12, Math.min(...ys) - 12]
  const box = { x, y, width: Math.max(...xs) + 12 - x, height: Math.max(...ys) + 12 - y }
  let made: Paths | null = null
  const paths = () => {
    made ??= pathsOf(link.kind, curve)
    return made
  }
  return { link, curve, box, paths }
}

function pathsOf(kind: LinkKind, curve: Curve): Paths {
  const { style, line, strokes, fills } = drawLink(kind, curve)
  return { style, line: new Path2D(line), strokes: new Path2D(strokes), fills: new Path2D(fills) }
}

/** The distance of a point to a curve, close enough for a pointer. */
function distanceTo(curve: Curve, x: number, y: number): number {
  const steps = 24
  let least = Number.POSITIVE_INFINITY
  let [ax, ay] = curve[0]
  for (let i = 1; i <= steps; i++) {
    const [bx, by] = pointOn(curve, i / steps)
    least = Math.min(least, distanceToPiece(x, y, ax, ay, bx, by))
    ax = bx
    ay = by
  }
  return least
}

function distanceToPiece(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
