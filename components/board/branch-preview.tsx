'use client'
import { useTranslations } from 'next-intl'
import { childKind, type NodeKind } from '#lib/board/schema.ts'
import type { BranchNode } from '#lib/commands/branch.ts'

type Row = { readonly title: string; readonly kind: NodeKind; readonly level: number }

/** More rows than this are counted, not shown. */
const shownRows = 200

type Props = {
  readonly outline: readonly BranchNode[]
  /** The kind of the node the outline goes under; null for the top level. */
  readonly under: NodeKind | null
}

/** A branch before it is on the board: what each line becomes and where it hangs. */
export function BranchPreview({ outline, under }: Props) {
  const t = useTranslations('board.import')
  const kinds = useTranslations('kinds')
  const rows = rowsOf(outline, under)
  return (
    <>
      <ul className="rounded-panel border border-line bg-paper p-3 text-sm">
        {rows.slice(0, shownRows).map(({ title, kind, level }, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview have no identity but their place.
            key={at}
            className="flex items-baseline gap-2 py-0.5"
            style={{ paddingInlineStart: `${Math.min(level, 10) * 1.25}rem` }}
          >
            <span className="min-w-0 break-words">{title}</span>
            <span className="shrink-0 text-ink-faint text-xs">{kinds(`node.${kind}`)}</span>
          </li>
        ))}
      </ul>
      {rows.length > shownRows && (
        <p className="mt-1 text-ink-soft text-sm">{t('more', { count: rows.length - shownRows })}</p>
      )}
    </>
  )
}

/** The outline in reading order, with the kind each line will get. */
function rowsOf(outline: readonly BranchNode[], under: NodeKind | null): Row[] {
  const rows: Row[] = []
  const stack = outline.map((node) => ({ node, level: 0, above: under })).reverse()
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, level, above } = at
    const kind = node.kind ?? childKind(above)
    rows.push({ title: node.title, kind, level })
    const below = (node.children ?? []).map((child) => ({ node: child, level: level + 1, above: kind }))
    stack.push(...below.reverse())
  }
  return rows
}

/** How many nodes an outline makes. */
export const countOf = (outline: readonly BranchNode[]): number => rowsOf(outline, null).length
