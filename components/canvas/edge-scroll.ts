import type { Size } from '#lib/layout/layout.ts'
import type { Point } from './viewport.ts'

/** Screen pixels from the edge of the canvas within which a drag scrolls. */
const reach = 50

/** Screen pixels per second at the very edge. */
const fastest = 900

/** How fast the viewport moves while something is dragged at `at`: screen pixels per second, zero away from the edges. */
export function edgeScroll(at: Point, size: Size): Point {
  return { x: speed(at.x, size.width), y: speed(at.y, size.height) }
}

function speed(at: number, room: number): number {
  const before = reach - at
  const after = at - (room - reach)
  if (before > 0 && before >= after) return fastest * Math.min(1, before / reach)
  return after > 0 ? -fastest * Math.min(1, after / reach) : 0
}
