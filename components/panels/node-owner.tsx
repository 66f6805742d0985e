'use client'
import { useTranslations } from 'next-intl'
import { useTree } from '#components/board/use-board.ts'
import { ownerOf } from '#lib/board/derive.ts'
import { nodeFields } from '#lib/board/schema.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import { linesOf } from './fields-in-words.ts'
import { useWording } from './use-wording.ts'

/** Who owns a node and with which mandate; a missing owner is said in words. */
export function NodeOwner({ node }: { readonly node: BoardNode }) {
  const t = useTranslations('board.panel')
  const tree = useTree()
  const wording = useWording()
  const owner = ownerOf(tree, node)
  const organisation = organisationOf(tree, owner?.org ?? null)
  const mandate = linesOf(tree, 'mandate', nodeFields.mandate, node.fields.mandate, wording)
  return (
    <section aria-label={t('owner')} className="rounded-panel border border-line bg-paper-raised px-4 py-3">
      <h3 className="text-ink-faint text-sm">{t('owner')}</h3>
      {owner ? (
        <p className="font-semibold">
          {owner.title}
          {organisation !== null && <span className="font-normal text-ink-soft"> · {organisation}</span>}
        </p>
      ) : (
        <p className="flex items-center gap-2 text-clay">
          <span aria-hidden className="size-3.5 rounded-full border-[1.5px] border-clay border-dashed" />
          {typeof node.fields.ownerRole === 'string' ? t('ownerGone') : t('noOwner')}
        </p>
      )}
      {mandate.length > 0 && (
        <details className="mt-2 border-line border-t pt-2">
          <summary className="min-h-6 cursor-pointer text-ink-soft text-sm">{t('mandate')}</summary>
          <ul className="mt-1 flex flex-col gap-0.5 text-sm">
            {mandate.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const organisationOf = (tree: Tree, id: string | null): string | null =>
  id === null ? null : (tree.organisations.get(id)?.title ?? null)
