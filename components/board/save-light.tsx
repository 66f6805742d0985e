'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import type { SaveState } from './save-state.ts'
import { useOpenBoard } from './use-board.ts'

/** The sign before the word differs in form as well as in colour. */
const signs: Readonly<Record<SaveState, string>> = {
  saved: 'bg-leaf border-leaf',
  saving: 'border-leaf motion-safe:animate-pulse',
  'not-saved': 'border-sun bg-linear-to-r from-sun from-50% to-transparent to-50%',
  offline: 'border-sun border-dashed',
  'read-only': 'border-line-strong',
  refused: 'bg-danger border-danger rounded-none',
  'signed-out': 'border-danger border-dashed',
  gone: 'border-danger rounded-none',
}

/** The state of saving, in words: what is known to be stored, and nothing kinder. A narrow screen spares the word when all is well. */
export function SaveLight() {
  const t = useTranslations('board.saving')
  const { connection } = useOpenBoard()
  const state = useSyncExternalStore(connection.subscribe, connection.state, connection.state)
  const savedAt = useSyncExternalStore(connection.subscribe, connection.savedAt, connection.savedAt)
  const at = savedAt === null ? null : t('savedAt', { time: savedAt })
  const calm = state === 'saved' || state === 'saving' || state === 'read-only'
  return (
    <p
      role="status"
      title={state === 'saved' && at !== null ? at : [t(`explained.${state}`), at].filter(Boolean).join(' ')}
      className={classNames(
        'flex shrink-0 items-center gap-2 whitespace-nowrap text-sm',
        calm ? 'text-ink-soft' : 'font-semibold text-ink',
      )}
    >
      <span aria-hidden className={classNames('size-2.5 rounded-full border-[1.5px]', signs[state])} />
      <span className={state === 'saved' ? 'max-sm:sr-only' : undefined}>{t(state)}</span>
    </p>
  )
}
