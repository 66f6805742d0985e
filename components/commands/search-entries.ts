import { pathOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import type { Command, Ui } from '#lib/commands/command.ts'
import { isAvailable } from '#lib/commands/run.ts'

/** What the palette offers for a query. */
export type PaletteEntry =
  | { readonly type: 'command'; readonly command: Command; readonly title: string; readonly enabled: boolean }
  | { readonly type: 'node'; readonly id: string; readonly title: string; readonly above: string }

const mostNodes = 12

/** Letters without case and accents, so that `officiele` finds `Officiële`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How well a title answers a query, lower is better; null when some word of the query is not in it. */
export function rank(title: string, query: string): number | null {
  const text = plain(title)
  const wanted = plain(query).trim()
  if (wanted === '') return 2
  if (text.startsWith(wanted)) return 0
  if (!wanted.split(/\s+/).every((word) => text.includes(word))) return null
  return ` ${text}`.includes(` ${wanted}`) ? 1 : 2
}

/** Commands of the palette by title, in the order of the registry; those without a meaning now come greyed out, last. */
export function commandEntries(
  commands: readonly Command[],
  query: string,
  ui: Ui,
  titleOf: (command: Command) => string,
): PaletteEntry[] {
  const found = commands
    .filter(
      (command) => command.menus.includes('palette') && (command.kind === 'view' || canTakeFromUi(command)),
    )
    .map((command) => ({
      type: 'command' as const,
      command,
      title: titleOf(command),
      enabled: isAvailable(command.id, ui),
    }))
    .map((entry) => ({ entry, rank: rank(entry.title, query) }))
    .filter((row): row is { entry: (typeof row)['entry']; rank: number } => row.rank !== null)
  return found
    .sort((a, b) => Number(b.entry.enabled) - Number(a.entry.enabled) || a.rank - b.rank)
    .map(({ entry }) => entry)
}

/** Commands that need a choice first have a menu of their own. */
const canTakeFromUi = (command: Command): boolean =>
  command.id !== 'node.set-kind' && command.id !== 'node.set-status'

/** Nodes by title, the best first; none without a query. */
export function nodeEntries(tree: Tree, query: string): PaletteEntry[] {
  if (query.trim() === '') return []
  const found: { entry: PaletteEntry; rank: number }[] = []
  for (const node of tree.nodes.values()) {
    const at = rank(node.title, query)
    if (at !== null)
      found.push({
        entry: { type: 'node', id: node.id, title: node.title, above: aboveOf(tree, node.id) },
        rank: at,
      })
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.entry.title.localeCompare(b.entry.title))
    .slice(0, mostNodes)
    .map(({ entry }) => entry)
}

const aboveOf = (tree: Tree, id: string): string =>
  pathOf(tree, id)
    .slice(0, -1)
    .map((above) => tree.nodes.get(above)?.title ?? '')
    .join(' › ')
