'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { emptyFilter, isFiltering, toggleFilter } from './filter.ts'
import { countMatching, type FilterOption, filterOptions } from './filter-options.ts'
import type { Filter } from './session.ts'
import { useOpenBoard, useTree, useView } from './use-board.ts'
import { useFilterNames } from './use-filter-names.ts'

const dimensions = [
  ['kinds', 'kind'],
  ['statuses', 'status'],
  ['owners', 'owner'],
] as const

/** Filter by kind, status and owner: a card beside the board, so that the effect is seen at once. */
export function FilterPanel() {
  const t = useTranslations('board.filter')
  const { session, shell, focusBoard } = useOpenBoard()
  const tree = useTree()
  const filter = useView((view) => view.filter)
  const options = filterOptions(tree, filter)
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus(), [])
  const close = () => {
    shell.setState({ dialog: null })
    focusBoard()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby="filter-title"
      onKeyDown={onKeyDown}
      className="absolute top-3 right-3 z-20 flex max-h-[calc(100%-1.5rem)] w-[min(20rem,calc(100%-1.5rem))] flex-col rounded-panel border border-line bg-paper-raised shadow-lift outline-none"
    >
      <header className="flex items-center justify-between pt-2 pr-2 pl-4">
        <h2 id="filter-title" className="font-serif text-xl">
          {t('title')}
        </h2>
        <IconButton icon={X} label={t('close')} keys="Esc" size="small" onClick={close} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-3">
        <p className="text-ink-soft text-sm">{t('intro')}</p>
        {dimensions.map(([dimension, name]) => (
          <Dimension
            key={dimension}
            dimension={dimension}
            label={t(name)}
            options={options[dimension]}
            chosen={filter[dimension]}
            onToggle={(value) =>
              session.view.setState({ filter: toggleFilter(filter, dimension, value as never) })
            }
          />
        ))}
      </div>
      <footer className="flex items-center justify-between gap-3 border-line border-t px-4 py-2 text-ink-soft text-sm">
        <output>{t('matches', { count: countMatching(tree, filter) })}</output>
        <Button
          tone="quiet"
          size="small"
          disabled={!isFiltering(filter)}
          onClick={() => session.view.setState({ filter: emptyFilter })}
        >
          {t('clear')}
        </Button>
      </footer>
    </section>
  )
}

type DimensionProps = {
  readonly dimension: keyof Filter
  readonly label: string
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onToggle: (value: string) => void
}

function Dimension({ dimension, label, options, chosen, onToggle }: DimensionProps) {
  const nameOf = useFilterNames()
  if (options.length === 0) return null
  return (
    <fieldset className="mt-4 min-w-0">
      <legend className="mb-1 font-semibold text-sm">{label}</legend>
      {options.map(({ value, count }) => (
        <label
          key={value}
          className="flex min-h-8 items-center gap-2.5 rounded-control px-1 hover:bg-paper-sunken"
        >
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
            className="size-4 shrink-0 accent-leaf"
          />
          <span className="min-w-0 flex-1 truncate">{nameOf(dimension, value)}</span>
          <span className="text-ink-faint text-sm tabular-nums">{count}</span>
        </label>
      ))}
    </fieldset>
  )
}
