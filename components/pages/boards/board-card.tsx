'use client'
import Link from 'next/link'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import type { BoardActions, BoardCardModel, BoardView } from './board-actions.ts'
import { BoardMenu } from './board-menu.tsx'
import { BoardPreview } from './board-preview.tsx'

type Props = { readonly board: BoardCardModel; readonly view: BoardView; readonly actions: BoardActions }

/** One board: its picture, its name, the last change, who is there now, and what one can do with it. */
export function BoardCard({ board, view, actions }: Props) {
  const t = useTranslations('boards')
  const title = board.title || t('untitled')
  // A deleted board is closed for everyone, its picture too.
  const picture = (
    <BoardPreview src={view === 'bin' ? null : `/boards/${board.id}/preview?changed=${board.updatedAt}`} />
  )
  return (
    <article className="group relative">
      {picture}
      <div className="mt-3 flex items-start gap-2">
        <div className="min-w-0 grow">
          <h2 className="text-pretty font-serif text-xl leading-snug [overflow-wrap:anywhere]">
            {view === 'bin' ? (
              title
            ) : (
              <Link
                href={`/boards/${board.id}`}
                className="rounded-control decoration-1 underline-offset-4 after:absolute after:inset-0 after:rounded-panel group-hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-4"
              >
                {title}
              </Link>
            )}
          </h2>
          <BoardFacts board={board} />
        </div>
        <div className="relative z-10 -mt-1 -mr-2">
          <BoardMenu board={board} title={title} view={view} actions={actions} />
        </div>
      </div>
    </article>
  )
}

const minute = 60_000

function BoardFacts({ board }: { readonly board: BoardCardModel }) {
  const t = useTranslations('boards')
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  const age = now.getTime() - board.updatedAt
  const when = age < minute ? t('justNow') : format.relativeTime(board.updatedAt, now)
  return (
    <>
      <p className="mt-1 text-ink-soft text-sm">
        {board.updatedByName === null
          ? t('changed', { when })
          : t('changedBy', { when, who: board.updatedByName })}
      </p>
      <p className="text-ink-faint text-sm">
        {board.daysLeft === null
          ? `${t('bubbles', { count: board.nodeCount })} · ${t(`role.${board.role}`)}`
          : t('gone', { days: board.daysLeft })}
      </p>
      {board.here.length > 0 && (
        <p className="mt-2 flex items-center gap-2 text-sm">
          <span className="-space-x-2 flex">
            {board.here.slice(0, 4).map((name) => (
              <Avatar key={name} name={name} size="small" />
            ))}
          </span>
          <span className="text-leaf">{t('here', { names: format.list(board.here) })}</span>
        </p>
      )}
    </>
  )
}
