'use client'
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMayEdit, useOpenBoard, useTree } from '#components/board/use-board.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { BoardLink } from '#lib/board/tree.ts'
import { LinkKindSelect } from './link-kind-select.tsx'

/** The typed connections of a node, each to open, change or remove. */
export function NodeLinks({ id }: { readonly id: string }) {
  const t = useTranslations('board.panel')
  const tree = useTree()
  const links = tree.linksOf(id).flatMap((linkId) => tree.links.get(linkId) ?? [])
  return (
    <section aria-labelledby={`links-${id}`}>
      <h3 id={`links-${id}`} className="mb-2 font-semibold">
        {t('links')}
      </h3>
      {links.length === 0 ? (
        <p className="text-ink-soft text-sm">{t('noLinks')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} nodeId={id} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LinkRow({ link, nodeId }: { readonly link: BoardLink; readonly nodeId: string }) {
  const t = useTranslations('board.panel')
  const { session, goTo } = useOpenBoard()
  const mayEdit = useMayEdit()
  const outward = link.from === nodeId
  const otherId = outward ? link.to : link.from
  const title = useTree().nodes.get(otherId)?.title ?? ''
  const Arrow = outward ? ArrowRight : ArrowLeft
  const go = () => {
    session.view.setState({ selected: [otherId], selectedLink: null })
    goTo(otherId)
  }
  return (
    <li className="rounded-panel border border-line p-2">
      <div className="flex items-start gap-2">
        <Arrow aria-hidden size={16} className="mt-1.5 shrink-0 text-ink-faint" />
        <button
          type="button"
          aria-label={t('openNode', { title })}
          title={t(outward ? 'linkTo' : 'linkFrom', { title })}
          onClick={go}
          className="min-h-7 min-w-0 flex-1 text-left underline decoration-line underline-offset-4 hover:decoration-leaf"
        >
          {title}
        </button>
        {mayEdit && (
          <IconButton
            icon={X}
            label={t('removeLink')}
            size="small"
            onClick={() => session.run('link.remove', { id: link.id })}
          />
        )}
      </div>
      <LinkKindSelect link={link} hideLabel />
    </li>
  )
}
