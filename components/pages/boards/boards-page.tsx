import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { MemberActions } from '../members/member-actions.ts'
import { TreeArt } from '../tree-art.tsx'
import type { BoardActions, BoardCardModel, BoardView } from './board-actions.ts'
import { BoardList } from './board-list.tsx'
import { ViewTabs } from './view-tabs.tsx'

type Props = {
  readonly view: BoardView
  readonly boards: readonly BoardCardModel[]
  readonly actions: BoardActions
  readonly memberActions: MemberActions
}

/** My boards: the head, the three views, and the list or the invitation to begin. */
export function BoardsPage({ view, boards, actions, memberActions }: Props) {
  const t = useTranslations('boards')
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <ButtonLink href="/boards/new" tone="primary">
          <Plus aria-hidden size={18} strokeWidth={2} />
          {t('new')}
        </ButtonLink>
      </div>
      <ViewTabs view={view} />
      {view === 'bin' && boards.length > 0 && <p className="mt-6 text-ink-soft">{t('binText')}</p>}
      {boards.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <BoardList view={view} boards={boards} actions={actions} memberActions={memberActions} />
      )}
    </>
  )
}

function Nothing({ view }: { readonly view: BoardView }) {
  const t = useTranslations('boards')
  if (view === 'archived') return <EmptyState title={t('emptyArchive.title')} text={t('emptyArchive.text')} />
  if (view === 'bin') return <EmptyState title={t('emptyBin.title')} text={t('emptyBin.text')} />
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      picture={<TreeArt className="h-56 w-auto [--paper-sunken:var(--paper)]" />}
    >
      <ButtonLink href="/boards/new" tone="primary" size="large">
        {t('empty.action')}
      </ButtonLink>
    </EmptyState>
  )
}
