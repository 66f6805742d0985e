import type { Layout } from '#lib/layout/layout.ts'

/** The move from one layout to the next, so that the eye can follow what went where. */

/** Milliseconds a layout change takes. */
export const glideTime = 320

/** Top-left corners on the way, index for index those of the layout being glided to. */
export type Places = { readonly x: Float64Array; readonly y: Float64Array }

export type Glide = {
  /** Where everything is at `elapsed` milliseconds. */
  readonly at: (elapsed: number) => Places
}

/**
 * A glide from where nodes are now to `to`, or null when nothing moves. Unfolded nodes sprout from their parent; a new
 * node is at its place from the start, so that typing in it never moves.
 */
export function createGlide(from: Layout, now: Places, to: Layout): Glide | null {
  const startX = to.x.slice()
  const startY = to.y.slice()
  let moves = false
  for (let i = 0; i < to.ids.length; i++) {
    const before = from.indexOf.get(to.ids[i] as string) ?? foldedUnder(from, to, i)
    if (before === undefined) continue
    startX[i] = now.x[before] as number
    startY[i] = now.y[before] as number
    moves ||=
      Math.abs((startX[i] as number) - (to.x[i] as number)) > 0.5 ||
      Math.abs((startY[i] as number) - (to.y[i] as number)) > 0.5
  }
  if (!moves) return null
  const x = new Float64Array(to.ids.length)
  const y = new Float64Array(to.ids.length)
  return {
    at(elapsed) {
      const left = 1 - easeOut(Math.min(1, Math.max(0, elapsed / glideTime)))
      for (let i = 0; i < x.length; i++) {
        const toX = to.x[i] as number
        const toY = to.y[i] as number
        x[i] = toX + ((startX[i] as number) - toX) * left
        y[i] = toY + ((startY[i] as number) - toY) * left
      }
      return { x, y }
    },
  }
}

/** The index, in the old layout, of the nearest ancestor that was folded there and is open now. */
function foldedUnder(from: Layout, to: Layout, i: number): number | undefined {
  for (let up = to.parent[i] as number; up >= 0; up = to.parent[up] as number) {
    const before = from.indexOf.get(to.ids[up] as string)
    if (before !== undefined) return (from.hidden[before] as number) > 0 ? before : undefined
  }
  return undefined
}

const easeOut = (part: number) => 1 - (1 - part) ** 3
