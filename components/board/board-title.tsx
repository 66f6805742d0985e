'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { limits } from '#lib/board/schema.ts'
import { useSession, useTreeValue } from './use-board.ts'

type Props = {
  /** The title known before the board is open. */
  readonly initial: string
  readonly mayEdit: boolean
  readonly field: Ref<HTMLInputElement>
}

/** The board's title, edited where it stands: Enter or leaving keeps it, Escape takes the old one back. */
export function BoardTitle({ initial, mayEdit, field }: Props) {
  const t = useTranslations('board.header')
  const session = useSession()
  const title = useTreeValue((tree) => tree.meta.title) || initial
  const [draft, setDraft] = useState<string | null>(null)
  const cancelled = useRef(false)
  if (!mayEdit) return <h1 className="min-w-0 truncate font-serif text-xl">{title || t('untitled')}</h1>
  const keep = () => {
    const next = draft?.trim() ?? title
    if (!cancelled.current && next !== '' && next !== title) session.run('board.rename', { title: next })
    cancelled.current = false
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') cancelled.current = true
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
  }
  return (
    <h1 className="min-w-0">
      <input
        ref={field}
        aria-label={t('title')}
        value={draft ?? title}
        placeholder={t('untitled')}
        maxLength={limits.title}
        onFocus={() => setDraft(title)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
        className="field-sizing-content min-h-9 min-w-24 max-w-full truncate rounded-control border border-transparent bg-transparent px-2 font-serif text-xl hover:border-line focus:border-line-strong focus:bg-paper-raised"
      />
    </h1>
  )
}
