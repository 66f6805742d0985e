import { outlineOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'

/** Text as it is compared: without case and accents, so that "continuiteit" finds "continuïteit". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The nodes whose title or description holds every word of `query`, in reading order; none for an empty query. */
export function findNodes(tree: Tree, query: string): string[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return outlineOf(tree).filter((id) => {
    const node = tree.nodes.get(id)
    if (!node) return false
    const text = folded(`${node.title} ${node.description}`)
    return words.every((word) => text.includes(word))
  })
}

/** The hit after (or before) the present one, round the ends; the first when there is no present one. */
export function nextHit(hits: readonly string[], present: string | null, step: 1 | -1): string | null {
  if (hits.length === 0) return null
  const at = present === null ? -1 : hits.indexOf(present)
  if (at < 0) return (step === 1 ? hits[0] : hits[hits.length - 1]) ?? null
  return hits[(at + step + hits.length) % hits.length] ?? null
}
