import { outlineOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'

/** Random but sensible arguments, for the `example` of a command. */

export type Random = () => number

export function oneOf<T>(from: readonly T[], random: Random): T | null {
  return from[Math.floor(random() * from.length)] ?? null
}

export const someNode = (tree: Tree, random: Random): string | null => oneOf(outlineOf(tree), random)
export const someLink = (tree: Tree, random: Random): string | null =>
  oneOf([...tree.links.keys()].sort(), random)

/** One to three nodes, null on an empty board. */
export function someNodes(tree: Tree, random: Random): { ids: string[] } | null {
  const ids = Array.from({ length: 1 + Math.floor(random() * 3) }, () => someNode(tree, random)).filter(
    (id) => id !== null,
  )
  return ids.length > 0 ? { ids } : null
}

export const someTitle = (random: Random): string =>
  `${oneOf(['Zorg', 'Netwerk', 'Team', ''], random)} ${Math.floor(random() * 99)}`
