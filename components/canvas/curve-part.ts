import type { Box } from '#lib/layout/layout.ts'
import { type Curve, type Point, pointOn } from '#lib/layout/lines.ts'

/** A stretch of a curve, from `start` to `end` between 0 and 1. */
export type Stretch = { readonly start: number; readonly end: number }

/** Points along a curve that are looked at: a longer curve is looked at in longer pieces. */
const pieces = 32

/** The points at the ends of the pieces of a curve, x and y in turn. */
export function pointsAlong(curve: Curve): Float64Array {
  const points = new Float64Array(2 * pieces + 2)
  for (let i = 0; i <= pieces; i++) {
    const [x, y] = pointOn(curve, i / pieces)
    points[2 * i] = x
    points[2 * i + 1] = y
  }
  return points
}

/** The shortest stretch that holds every piece that comes near a box; null when none does. */
export function stretchIn(points: Float64Array, box: Box): Stretch | null {
  let first = -1
  let last = -1
  for (let i = 0; i < pieces; i++) {
    const ax = points[2 * i] as number
    const ay = points[2 * i + 1] as number
    const bx = points[2 * i + 2] as number
    const by = points[2 * i + 3] as number
    // A piece bends less than a quarter of its own size away from its chord.
    const slack = (Math.abs(ax - bx) + Math.abs(ay - by)) / 4 + 12
    const misses =
      Math.max(ax, bx) + slack < box.x ||
      Math.max(ay, by) + slack < box.y ||
      Math.min(ax, bx) - slack > box.x + box.width ||
      Math.min(ay, by) - slack > box.y + box.height
    if (misses) continue
    if (first < 0) first = i
    last = i
  }
  return first < 0 ? null : { start: first / pieces, end: (last + 1) / pieces }
}

/** The length of the points up to a place on the curve. */
export function lengthTo(points: Float64Array, place: number): number {
  let length = 0
  for (let i = 0; i < Math.round(place * pieces); i++)
    length += Math.hypot(
      (points[2 * i + 2] as number) - (points[2 * i] as number),
      (points[2 * i + 3] as number) - (points[2 * i + 1] as number),
    )
  return length
}

/** A stretch of a curve as a curve of its own. */
export function partOf(curve: Curve, { start, end }: Stretch): Curve {
  const after = split(curve, start)[1]
  return start >= 1 ? after : split(after, (end - start) / (1 - start))[0]
}

function split([a, b, c, d]: Curve, t: number): readonly [Curve, Curve] {
  const mix = (p: Point, q: Point): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
  const [ab, bc, cd] = [mix(a, b), mix(b, c), mix(c, d)]
  const [abc, bcd] = [mix(ab, bc), mix(bc, cd)]
  const middle = mix(abc, bcd)
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ]
}
