'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import { useOpenBoard } from '#components/board/use-board.ts'
import type { ViewPort } from '#lib/commands/command.ts'
import { commands } from '#lib/commands/index.ts'
import { callCommand } from '#lib/commands/run.ts'
import { PaletteRow } from './palette-row.tsx'
import { commandEntries, nodeEntries, type PaletteEntry } from './search-entries.ts'
import { useCommandWords } from './use-command-words.ts'
import { useUi } from './use-ui.ts'

type Props = {
  readonly session: BoardSession
  readonly port: ViewPort
  readonly open: boolean
  readonly onClose: () => void
}

/** The palette (Ctrl+K): every command by name, and every bubble by title. */
export function CommandMenu({ session, port, open, onClose }: Props) {
  const t = useTranslations('commands.palette')
  const { goTo, focusBoard } = useOpenBoard()
  const chosen = useRef<PaletteEntry | null>(null)
  /** Only when the palette is gone and has given the focus back: a title opened earlier would lose it again. */
  const act = () => {
    const entry = chosen.current
    chosen.current = null
    if (!entry) return
    focusBoard()
    if (entry.type === 'command') callCommand(entry.command.id, { ui: session.ui, run: session.run, port })
    else {
      port.select([entry.id])
      goTo(entry.id)
    }
  }
  const choose = (entry: PaletteEntry) => {
    if (entry.type === 'command' && !entry.enabled) return
    chosen.current = entry
    onClose()
  }
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(now) => !now && act()}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 pt-[12vh]">
          <Base.Popup className="flex max-h-[70dvh] w-full max-w-xl flex-col overflow-hidden rounded-panel border border-line bg-paper-raised text-ink shadow-lift">
            <Base.Title className="sr-only">{t('title')}</Base.Title>
            <Palette session={session} onChoose={choose} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

function Palette({
  session,
  onChoose,
}: {
  readonly session: BoardSession
  readonly onChoose: (entry: PaletteEntry) => void
}) {
  const t = useTranslations('commands.palette')
  const list = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const entries = useEntries(session, useDeferredValue(query))
  const active = Math.min(at, entries.length - 1)
  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, active])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const entry = entries[active]
    if (step) setAt((active + step + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter' && entry && !event.nativeEvent.isComposing) onChoose(entry)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden size={18} className="shrink-0 text-ink-faint" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-13 w-full bg-transparent text-lg outline-none placeholder:text-ink-faint"
        />
      </div>
      <div id={list} role="listbox" aria-label={t('title')} className="min-h-0 overflow-y-auto p-1.5">
        {entries.map((entry, index) => (
          <PaletteRow
            key={entry.type === 'command' ? entry.command.id : `node ${entry.id}`}
            id={`${list}-${index}`}
            entry={entry}
            active={index === active}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(entry)}
          />
        ))}
      </div>
      {entries.length === 0 && <p className="px-4 pb-4 text-ink-soft">{t('empty', { query })}</p>}
      <p role="status" className="sr-only">
        {t('count', { count: entries.length })}
      </p>
    </>
  )
}

function useEntries(session: BoardSession, query: string): readonly PaletteEntry[] {
  const ui = useUi(session)
  const words = useCommandWords()
  const { tree } = ui
  const nodes = useMemo(() => nodeEntries(tree, query), [tree, query])
  return [...commandEntries(commands, query, ui, words.title), ...nodes]
}
