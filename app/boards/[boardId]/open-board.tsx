'use client'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'

/** The board itself, in the browser only: its document comes over the live connection. */
export const OpenBoard = dynamic(
  () => import('#components/board/board-screen.tsx').then((module) => module.BoardScreen),
  {
    ssr: false,
    loading: Opening,
  },
)

function Opening() {
  const t = useTranslations('boards.board')
  return <p className="flex min-h-dvh items-center justify-center text-ink-soft">{t('loading')}</p>
}
