'use client'
import { useTranslations } from 'next-intl'
import type { ImportNote } from '#lib/import/messages.ts'

/** More lines than this nobody reads; the rest is a number. */
const shown = 20

/** What of a file was left out or changed while it was read, one sentence each; nothing when it was taken as it is. */
export function ImportNotes({ notes }: { readonly notes: readonly ImportNote[] }) {
  const t = useTranslations('figure.import')
  const rest = notes.length - shown
  if (notes.length === 0) return null
  return (
    <section aria-live="polite" className="rounded-panel bg-sun-soft px-4 py-3">
      <h3 className="font-semibold">{t('notes', { count: notes.length })}</h3>
      <ul className="mt-1 list-disc pl-5 text-sm">
        {notes.slice(0, shown).map(({ code, detail }) => (
          <li key={`${code} ${JSON.stringify(detail)}`} className="break-words">
            {t(code, detail)}
          </li>
        ))}
        {rest > 0 && <li>{t('moreNotes', { count: rest })}</li>}
      </ul>
    </section>
  )
}
