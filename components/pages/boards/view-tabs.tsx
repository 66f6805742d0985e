import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type BoardView, boardViews, viewPath } from './board-actions.ts'

/** Boards in use, put away, or thrown away: three pages in one row. */
export function ViewTabs({ view }: { readonly view: BoardView }) {
  const t = useTranslations('boards.views')
  return (
    <nav aria-label={t('label')} className="flex gap-6 border-line border-b">
      {boardViews.map((one) => (
        <Link
          key={one}
          href={viewPath[one]}
          aria-current={one === view ? 'page' : undefined}
          className="-mb-px inline-flex min-h-11 min-w-6 items-center justify-center border-transparent border-b-2 text-ink-soft hover:text-ink aria-[current]:border-leaf aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  )
}
