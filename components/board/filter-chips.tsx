'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { emptyFilter, isFiltering, toggleFilter } from './filter.ts'
import type { Filter } from './session.ts'
import { useSession, useView } from './use-board.ts'
import { useFilterNames } from './use-filter-names.ts'

const dimensions = ['kinds', 'statuses', 'owners'] as const satisfies readonly (keyof Filter)[]

/** The active filter as a row of chips, each of which takes itself away; nothing while nothing is filtered. */
export function FilterChips() {
  const t = useTranslations('board.filter')
  const { view } = useSession()
  const filter = useView((state) => state.filter)
  const nameOf = useFilterNames()
  if (!isFiltering(filter)) return null
  const chips = dimensions.flatMap((dimension) =>
    filter[dimension].map((value) => ({ dimension, value, name: nameOf(dimension, value) })),
  )
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-line border-b px-4 py-1.5">
      <ul aria-label={t('chips')} className="flex flex-wrap gap-1.5">
        {chips.map(({ dimension, value, name }) => (
          <li key={`${dimension}:${value}`}>
            <button
              type="button"
              aria-label={t('remove', { value: name })}
              onClick={() => view.setState({ filter: toggleFilter(filter, dimension, value as never) })}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-leaf-soft py-0.5 pr-2 pl-3 text-sm hover:bg-line"
            >
              {name}
              <X aria-hidden size={14} />
            </button>
          </li>
        ))}
      </ul>
      <Button tone="quiet" size="small" onClick={() => view.setState({ filter: emptyFilter })}>
        {t('clear')}
      </Button>
    </div>
  )
}
