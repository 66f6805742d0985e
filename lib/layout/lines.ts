import type { LinkKind } from '#lib/board/schema.ts'
import type { Box, Orientation } from './layout.ts'

/** Tree lines and cross links as geometry in board pixels, the same for the canvas and the figure. */

export type Point = readonly [x: number, y: number]

/** A cubic curve: start, two control points, end. */
export type Curve = readonly [from: Point, control1: Point, control2: Point, to: Point]

/** The line from a parent to its child: out of the middle of one side, level at both ends. */
export function treeCurve(parent: Box, child: Box, orientation: Orientation): Curve {
  if (orientation === 'right') {
    const from: Point = [parent.x + parent.width, parent.y + parent.height / 2]
    const to: Point = [child.x, child.y + child.height / 2]
    const half = (from[0] + to[0]) / 2
    return [from, [half, from[1]], [half, to[1]], to]
  }
  const from: Point = [parent.x + parent.width / 2, parent.y + parent.height]
  const to: Point = [child.x + child.width / 2, child.y]
  const half = (from[1] + to[1]) / 2
  return [from, [from[0], half], [to[0], half], to]
}

/** Radius of the knob that folds a branch, and its place on the side where the children are. */
export const knobRadius = 9
export function knobOf(box: Box, orientation: Orientation): Point {
  return orientation === 'right'
    ? [box.x + box.width + knobRadius + 3, box.y + box.height / 2]
    : [box.x + box.width / 2, box.y + box.height + knobRadius + 3]
}

type Side = 'left' | 'right' | 'top' | 'bottom'
const outward: Readonly<Record<Side, Point>> = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] }

function anchor(box: Box, side: Side): Point {
  const [dx, dy] = outward[side]
  return [box.x + (box.width * (1 + dx)) / 2, box.y + (box.height * (1 + dy)) / 2]
}

/** The line of a cross link: between the sides that face each other, or around the outside when the nodes stand in one row. */
export function linkCurve(from: Box, to: Box): Curve {
  const [start, end] = facingSides(from, to)
  const a = anchor(from, start)
  const b = anchor(to, end)
  const bow = Math.min(140, 36 + Math.hypot(b[0] - a[0], b[1] - a[1]) * 0.3)
  const out = (point: Point, side: Side): Point => [
    point[0] + outward[side][0] * bow,
    point[1] + outward[side][1] * bow,
  ]
  return [a, out(a, start), out(b, end), b]
}

function facingSides(from: Box, to: Box): readonly [Side, Side] {
  const gapX = Math.max(to.x - from.x - from.width, from.x - to.x - to.width)
  const gapY = Math.max(to.y - from.y - from.height, from.y - to.y - to.height)
  if (gapX < 0 && gapY > 60) return ['right', 'right']
  if (gapY < 0 && gapX > 80) return ['bottom', 'bottom']
  if (gapX >= gapY) return to.x > from.x ? ['right', 'left'] : ['left', 'right']
  return to.y > from.y ? ['bottom', 'top'] : ['top', 'bottom']
}

/** The point of a curve at `t` from 0 (start) to 1 (end). */
export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t
  const mix = (i: 0 | 1) => s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i]
  return [mix(0), mix(1)]
}

const n = (value: number): number => Math.round(value * 10) / 10
const pair = ([x, y]: Point): string => `${n(x)} ${n(y)}`

/** A curve as SVG path data. */
export const curvePath = ([a, b, c, d]: Curve): string => `M${pair(a)}C${pair(b)} ${pair(c)} ${pair(d)}`

/** The sign at an end of a link. */
export type LinkEnd = 'none' | 'arrow' | 'open' | 'bar' | 'dot' | 'diamond'

/** How links of a kind are drawn: dashes, signs and the zigzag tell kinds apart without colour. */
export type LinkStyle = {
  readonly dash: readonly number[]
  readonly width: number
  readonly from: LinkEnd
  readonly to: LinkEnd
  readonly zigzag: boolean
  /** Drawn in the theme's `alert` colour instead of `muted`. */
  readonly alert: boolean
}

const style = (to: LinkEnd, dash: readonly number[] = [], more: Partial<LinkStyle> = {}): LinkStyle => ({
  dash,
  width: 1.5,
  from: 'none',
  to,
  zigzag: false,
  alert: false,
  ...more,
})

export const linkStyles: Readonly<Record<LinkKind, LinkStyle>> = {
  contributes_to: style('arrow'),
  depends_on: style('arrow', [7, 4]),
  enables: style('open', [12, 4]),
  conflicts_with: style('arrow', [], { from: 'arrow', zigzag: true, alert: true }),
  informs: style('open', [1.5, 4]),
  measures: style('dot', [7, 3, 1.5, 3]),
  threatens: style('bar', [], { width: 2, alert: true }),
  mitigates: style('bar', [7, 4]),
  involves: style('diamond', [3, 3]),
}

/** A link ready to draw: stroke `line` (with `style.dash` and `style.width`), stroke `strokes` undashed, fill `fills`. */
export type LinkDrawing = {
  readonly style: LinkStyle
  readonly line: string
  readonly strokes: string
  readonly fills: string
}

/** The drawing of a link of a kind along a curve. */
export function drawLink(kind: LinkKind, curve: Curve): LinkDrawing {
  const linkStyle = linkStyles[kind]
  const [a, b, c, d] = curve
  const ends = [drawEnd(linkStyle.from, a, b), drawEnd(linkStyle.to, d, c)]
  const filled = (end: LinkEnd) => end === 'arrow' || end === 'dot' || end === 'diamond'
  return {
    style: linkStyle,
    line: linkStyle.zigzag ? zigzag(curve) : curvePath(curve),
    strokes: ends.filter((_, i) => !filled(i === 0 ? linkStyle.from : linkStyle.to)).join(''),
    fills: ends.filter((_, i) => filled(i === 0 ? linkStyle.from : linkStyle.to)).join(''),
  }
}

/** The sign at `tip`, where the line comes from the direction of `before`. */
function drawEnd(end: LinkEnd, tip: Point, before: Point): string {
  if (end === 'none') return ''
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1
  const [ux, uy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length]
  const back = (along: number, aside: number): Point => [
    tip[0] - ux * along - uy * aside,
    tip[1] - uy * along + ux * aside,
  ]
  if (end === 'arrow') return `M${pair(tip)}L${pair(back(9, 4.5))}L${pair(back(9, -4.5))}Z`
  if (end === 'open') return `M${pair(back(8, 5))}L${pair(tip)}L${pair(back(8, -5))}`
  if (end === 'bar') return `M${pair(back(2, 6.5))}L${pair(back(2, -6.5))}`
  if (end === 'diamond') return `M${pair(tip)}L${pair(back(6, 4))}L${pair(back(12, 0))}L${pair(back(6, -4))}Z`
  const [x, y] = back(4, 0)
  return `M${pair([x - 4, y])}A4 4 0 1 1 ${pair([x + 4, y])}A4 4 0 1 1 ${pair([x - 4, y])}Z`
}

/** Links across a very large board keep a path of a bounded size. */
const mostTeeth = 400

/** A zigzag along a curve, straight for a moment at both ends where the arrows are. */
function zigzag(curve: Curve): string {
  const [a, , , d] = curve
  const teeth = Math.min(
    mostTeeth,
    Math.max(4, Math.round((Math.hypot(d[0] - a[0], d[1] - a[1]) * 1.15) / 9)),
  )
  let path = `M${pair(a)}`
  for (let i = 1; i < teeth; i++) {
    const here = pointOn(curve, i / teeth)
    const next = pointOn(curve, (i + 0.5) / teeth)
    const length = Math.hypot(next[0] - here[0], next[1] - here[1]) || 1
    const side = i === 1 || i === teeth - 1 ? 0 : i % 2 === 0 ? 3.5 : -3.5
    path += `L${pair([here[0] - ((next[1] - here[1]) / length) * side, here[1] + ((next[0] - here[0]) / length) * side])}`
  }
  return `${path}L${pair(d)}`
}
