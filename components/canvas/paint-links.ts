import type { BoardLink } from '#lib/board/tree.ts'
import { type Curve, linkStyles, pointOn } from '#lib/layout/lines.ts'
import { ellipsize } from '#lib/layout/measure.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { partOf, type Stretch } from './curve-part.ts'
import { isReadable } from './detail.ts'
import type { Frame } from './frame.ts'
import { typeface } from './paint-face.ts'
import { labelWidth, type PlacedLink } from './placed-links.ts'
import type { Scene } from './scene.ts'
import { boxesMeet, type Point } from './viewport.ts'

/** Below this zoom links are thin lines without their signs. */
const signsFrom = 0.35

/** Screen pixels around a link within which a press means it. */
const reach = 9

/** How solid links are near and from afar, where the tree comes first. */
const solid = { near: 0.8, far: 0.4, alert: 0.55 } as const

/** Between these zooms links fade from near to far. */
const fade = { from: 0.75, to: 0.4 } as const

/** Draws the links whose two ends are shown, each in the manner of its kind; quiet, because a board has many. */
export function paintLinks(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { box, zoom }: Frame,
): void {
  const near = Math.max(0, Math.min(1, (zoom - fade.to) / (fade.from - fade.to)))
  const alpha = solid.far + (solid.near - solid.far) * near
  for (const placed of scene.links()) {
    const stretch = boxesMeet(placed.box, box) ? placed.stretchIn(box) : null
    if (!stretch) continue
    const style = linkStyles[placed.link.kind]
    const colour = style.alert ? theme.alert : theme.line
    ctx.globalAlpha = style.alert ? Math.max(solid.alert, alpha) : alpha
    ctx.strokeStyle = colour
    ctx.lineWidth = Math.max(style.width - 0.25, 0.8 / zoom)
    strokeLine(ctx, placed, stretch, zoom)
    if (zoom < signsFrom) continue
    const { strokes, fills } = placed.paths()
    ctx.stroke(strokes)
    ctx.fillStyle = colour
    ctx.fill(fills)
    ctx.globalAlpha = 1
    paintLabel(ctx, placed, theme, zoom, theme.muted)
  }
  ctx.globalAlpha = 1
}

/**
 * Strokes the stretch of a link that is in sight: dashing what is not would take longer than all the rest. A link that
 * only passes by needs no dashes at all.
 */
function strokeLine(
  ctx: CanvasRenderingContext2D,
  { link, curve, lengthTo, paths }: PlacedLink,
  stretch: Stretch,
  zoom: number,
): void {
  const style = linkStyles[link.kind]
  const passes = stretch.start > 0 && stretch.end < 1
  if (!passes && zoom >= signsFrom && style.dash.length > 0) {
    const longer = Math.max(1, 0.7 / zoom)
    ctx.setLineDash(style.dash.map((length) => length * longer))
    ctx.lineDashOffset = lengthTo(stretch.start)
  }
  if (style.zigzag && zoom >= signsFrom) ctx.stroke(paths().line)
  else {
    const [a, b, c, d] = partOf(curve, stretch)
    ctx.beginPath()
    ctx.moveTo(a[0], a[1])
    ctx.bezierCurveTo(b[0], b[1], c[0], c[1], d[0], d[1])
    ctx.stroke()
  }
  ctx.setLineDash([])
}

/** Board pixels. */
const labelSize = 11.5

/** Writes what a person noted on a link in its middle, on a rim of paper that keeps it apart from the line. */
function paintLabel(
  ctx: CanvasRenderingContext2D,
  { link, curve }: PlacedLink,
  theme: Theme,
  zoom: number,
  colour: string,
): void {
  const { label } = link.fields
  if (typeof label !== 'string' || label.trim() === '' || !isReadable(labelSize, zoom)) return
  const [x, y] = pointOn(curve, 0.5)
  ctx.font = `400 ${labelSize}px ${typeface}`
  ctx.textAlign = 'center'
  ctx.strokeStyle = theme.paper
  ctx.lineWidth = 5
  const text = ellipsize(label.trim(), { size: labelSize, width: labelWidth })
  ctx.strokeText(text, x, y + 4)
  ctx.fillStyle = colour
  ctx.fillText(text, x, y + 4)
  ctx.textAlign = 'start'
}

/** Draws links again over the others: those that `isChosen` picks, in one colour, still in the manner of their kind. */
export function accentLinks(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { box, zoom }: Frame,
  { colour, width }: { readonly colour: string; readonly width: number },
  isChosen: (link: BoardLink) => boolean,
): void {
  for (const placed of scene.links()) {
    const stretch = isChosen(placed.link) ? placed.stretchIn(box) : null
    if (!stretch) continue
    const { strokes, fills } = placed.paths()
    ctx.strokeStyle = colour
    ctx.fillStyle = colour
    ctx.lineWidth = width / Math.min(1, zoom)
    strokeLine(ctx, placed, stretch, zoom)
    ctx.stroke(strokes)
    ctx.fill(fills)
    paintLabel(ctx, placed, theme, zoom, colour)
  }
}

/** The link nearest to a board point, null when none is near. */
export function linkAt(scene: Scene, { x, y }: Point, zoom: number): string | null {
  let nearest: string | null = null
  let least = reach / zoom
  const point = { x: x - least, y: y - least, width: 2 * least, height: 2 * least }
  for (const { link, curve, box } of scene.links()) {
    if (!boxesMeet(box, point)) continue
    const distance = distanceTo(curve, x, y)
    if (distance >= least) continue
    least = distance
    nearest = link.id
  }
  return nearest
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
