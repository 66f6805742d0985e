import type { NodeKind } from '#lib/board/schema.ts'

/** Nested titles: what a pasted text becomes. The paste command gives ids, and a kind where none is named. */
export type OutlineNode = {
  readonly title: string
  readonly kind?: NodeKind | undefined
  readonly description?: string | undefined
  readonly children: readonly OutlineNode[]
}
export type Outline = readonly OutlineNode[]

/** A title with its level, as read from a line. */
export type OutlineLine = {
  readonly level: number
  readonly title: string
  readonly description?: string | undefined
}

/** The tree of a list of lines: a line hangs below the nearest line before it with a smaller level. */
export function toOutline(lines: readonly OutlineLine[]): Outline {
  type Open = { title: string; description?: string; children: Open[] }
  const top: Open[] = []
  const path: { readonly level: number; readonly node: Open }[] = []
  for (const { level, title, description } of lines) {
    while (path.length > 0 && (path.at(-1)?.level ?? -1) >= level) path.pop()
    const node: Open = { title, children: [], ...(description && { description }) }
    ;(path.at(-1)?.node.children ?? top).push(node)
    path.push({ level, node })
  }
  return top
}

/** How many nodes an outline holds. */
export function countOutline(outline: Outline): number {
  let count = 0
  const waiting = [...outline]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    count++
    waiting.push(...node.children)
  }
  return count
}
