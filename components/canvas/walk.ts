import { type Box, boxOf, type Layout } from '#lib/layout/layout.ts'
import type { Direction } from './handle.ts'

/**
 * The node that an arrow key leads to from `from`, or null when there is none that way. Away from the root it is the
 * child that lies straightest ahead, towards the root the parent; across, the nearest node abreast. Both orientations.
 */
export function walkFrom(layout: Layout, from: string, direction: Direction): string | null {
  const start = layout.indexOf.get(from)
  if (start === undefined) return null
  const away = layout.orientation === 'right' ? 'right' : 'down'
  const towards = layout.orientation === 'right' ? 'left' : 'up'
  if (direction === towards && layout.parent[start] !== -1)
    return layout.ids[layout.parent[start] as number] ?? null
  const family = direction === away ? childrenOf(layout, start) : null
  if (family && family.length === 0) return null
  return nearest(layout, start, direction, family)
}

/** The node to begin with when none is selected: the first at the top level. */
export const firstNode = (layout: Layout): string | null => layout.ids[0] ?? null

function childrenOf(layout: Layout, parent: number): number[] {
  const found: number[] = []
  for (let i = parent + 1; i < layout.ids.length; i++) if (layout.parent[i] === parent) found.push(i)
  return found
}

function nearest(
  layout: Layout,
  start: number,
  direction: Direction,
  among: readonly number[] | null,
): string | null {
  const from = boxOf(layout, layout.ids[start] as string) as Box
  let best = -1
  let least = Number.POSITIVE_INFINITY
  const consider = (i: number) => {
    if (i === start) return
    const cost = costOf(from, boxOf(layout, layout.ids[i] as string) as Box, direction)
    if (cost < least) {
      least = cost
      best = i
    }
  }
  if (among) among.forEach(consider)
  else for (let i = 0; i < layout.ids.length; i++) consider(i)
  return layout.ids[best] ?? null
}

/** How far a step is: the way ahead, plus the way aside, which weighs more the less the two lie abreast. */
function costOf(from: Box, to: Box, direction: Direction): number {
  const level = direction === 'left' || direction === 'right'
  const sign = direction === 'right' || direction === 'down' ? 1 : -1
  const ahead =
    sign *
    (level
      ? middle(to.x, to.width) - middle(from.x, from.width)
      : middle(to.y, to.height) - middle(from.y, from.height))
  if (ahead <= 0) return Number.POSITIVE_INFINITY
  const apart = level ? gap(from.y, from.height, to.y, to.height) : gap(from.x, from.width, to.x, to.width)
  const aside = level
    ? Math.abs(middle(to.y, to.height) - middle(from.y, from.height))
    : Math.abs(middle(to.x, to.width) - middle(from.x, from.width))
  return ahead + apart * 6 + aside * 0.5
}

const middle = (start: number, length: number) => start + length / 2

/** The distance between two stretches, 0 when they overlap. */
const gap = (a: number, aLength: number, b: number, bLength: number) =>
  Math.max(0, b - (a + aLength), a - (b + bLength))
