'use client'
import { useTranslations } from 'next-intl'
import type { Peer } from '#components/board/session.ts'
import { lacksOwner, ownerOf } from '#lib/board/derive.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import { statusGlyphs } from '#lib/layout/shapes.ts'
import { Sign } from './kind-glyph.tsx'

type Props = {
  readonly tree: Tree
  readonly node: BoardNode
  readonly peers: readonly Peer[] | undefined
  /** Nodes folded away below this one. */
  readonly hidden: number
}

/** What stands at the end of a line: who types here, the hidden count, the status and the owner. Read out with the row already. */
export function RowEnd({ tree, node, peers, hidden }: Props) {
  const t = useTranslations('list')
  const kinds = useTranslations('kinds.status')
  const typing = peers?.find((peer) => peer.editing === node.id)
  return (
    <span className="ml-auto flex shrink-0 items-center gap-3 pl-2 text-ink-soft text-sm">
      {hidden > 0 && (
        <span
          title={t('hidden', { count: hidden })}
          className="rounded-full bg-paper-sunken px-2 text-ink-soft tabular-nums"
        >
          +{hidden}
        </span>
      )}
      {typing && (
        <span
          className="max-w-32 truncate rounded-full border-2 px-2"
          style={{ borderColor: typing.colour }}
          title={t('editing', { name: typing.name })}
        >
          {typing.name}
        </span>
      )}
      {node.status && (
        <span className="flex items-center gap-1.5" title={kinds(node.status)}>
          <Sign glyph={statusGlyphs[node.status]} />
          <span className="hidden @4xl:inline">{kinds(node.status)}</span>
        </span>
      )}
      <Owner tree={tree} node={node} />
    </span>
  )
}

function Owner({ tree, node }: Pick<Props, 'tree' | 'node'>) {
  const t = useTranslations('list')
  const owner = ownerOf(tree, node)
  if (owner) return <span className="hidden max-w-56 truncate @2xl:inline">{owner.title}</span>
  if (!lacksOwner(tree, node)) return null
  return (
    <span title={t('noOwner')} className="flex items-center gap-1.5 text-ink-faint">
      <span aria-hidden className="size-3.5 rounded-full border-[1.5px] border-line-strong border-dashed" />
      <span className="hidden @2xl:inline">{t('noOwner')}</span>
    </span>
  )
}
