'use client'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { inputStyle } from '#components/ui/field-style.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { findNodes, nextHit } from './search.ts'
import { useOpenBoard, useTree, useView } from './use-board.ts'

/** Find on the board: counts the hits, rings one, opens what is folded above it and brings it into sight. */
export function FindBar() {
  const t = useTranslations('board.find')
  const { session, shell, goTo, focusBoard } = useOpenBoard()
  const [query, setQuery] = useState('')
  const found = useView((view) => view.found)
  const hits = findNodes(useTree(), query)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  useEffect(() => () => session.view.setState({ found: null }), [session])

  const ring = (id: string | null) => {
    session.view.setState({ found: id })
    if (id !== null) goTo(id)
  }
  const search = (text: string) => {
    setQuery(text)
    ring(nextHit(findNodes(session.store.tree(), text), null, 1))
  }
  /** What was found last stays chosen, so that the keys go on from there. */
  const close = () => {
    shell.setState({ dialog: null })
    session.view.setState({
      found: null,
      ...(found !== null && { selected: [found], selectedLink: null }),
    })
    focusBoard()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') ring(nextHit(hits, found, event.shiftKey ? -1 : 1))
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const at = found === null ? 0 : hits.indexOf(found) + 1
  return (
    <search
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      className="absolute top-3 right-3 left-3 z-20 flex items-center gap-1 rounded-panel border border-line bg-paper-raised p-1.5 shadow-lift sm:left-auto sm:w-104"
    >
      <input
        ref={field}
        type="search"
        value={query}
        onChange={(event) => search(event.target.value)}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        className={`${inputStyle} min-w-0 flex-1 [&::-webkit-search-cancel-button]:hidden`}
      />
      <output className="min-w-18 text-center text-ink-soft text-sm tabular-nums">
        {query.trim() === '' ? '' : hits.length === 0 ? t('none') : t('count', { at, count: hits.length })}
      </output>
      <IconButton
        icon={ChevronUp}
        label={t('previous')}
        keys="Shift+Enter"
        size="small"
        disabled={hits.length === 0}
        onClick={() => ring(nextHit(hits, found, -1))}
      />
      <IconButton
        icon={ChevronDown}
        label={t('next')}
        keys="Enter"
        size="small"
        disabled={hits.length === 0}
        onClick={() => ring(nextHit(hits, found, 1))}
      />
      <IconButton icon={X} label={t('close')} keys="Esc" size="small" onClick={close} />
    </search>
  )
}
