import { generateNKeysBetween } from 'fractional-indexing'

/** An order key: siblings sort by plain comparison of code units, never by locale. */
export type OrderKey = string

/** The key a node reads as when its own is missing or of a wrong type. */
export const defaultOrder: OrderKey = 'a0'

/**
 * A key strictly between `before` and `after` [O1]; null stands for the open end.
 * Returns null when no key fits: equal or reversed neighbours [O2], or keys that are not order keys.
 */
export function between(before: OrderKey | null, after: OrderKey | null): OrderKey | null {
  return keysBetween(before, after, 1)?.[0] ?? null
}

/** `count` ascending keys strictly between two neighbours, or null when none fit; see `between`. */
export function keysBetween(
  before: OrderKey | null,
  after: OrderKey | null,
  count: number,
): OrderKey[] | null {
  try {
    const keys = generateNKeysBetween(before, after, count)
    return keys.every(
      (key, at) => isBelow(at === 0 ? before : (keys[at - 1] as string), key) && isBelow(key, after),
    )
      ? keys
      : null
  } catch {
    return null
  }
}

/** The library checks the shape of keys, not that hostile ones (`'a0\u0000'`) leave room; the result is checked instead. */
const isBelow = (a: OrderKey | null, b: OrderKey | null): boolean => a === null || b === null || a < b

/** `count` keys in ascending order for a fresh row of siblings. */
export const freshKeys = (count: number): OrderKey[] => generateNKeysBetween(null, null, count)

/** Sorts by (order, id) [T5], by code units so that every machine agrees. */
export function compareSiblings(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
