import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Place = 'personal' | 'administration'

/** The head of the settings: personal ones for everyone, administration for administrators. */
export function SettingsNav({ place, isAdmin }: { readonly place: Place; readonly isAdmin: boolean }) {
  const t = useTranslations('settings')
  const link = (to: Place, href: string) => (
    <Link
      href={href}
      aria-current={to === place ? 'page' : undefined}
      className="-mb-px inline-flex min-h-11 items-center border-transparent border-b-2 text-ink-soft hover:text-ink aria-[current]:border-leaf aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {t(`sections.${to}`)}
    </Link>
  )
  return (
    <>
      <h1 className="pb-6 text-4xl">{t('title')}</h1>
      {isAdmin && (
        <nav aria-label={t('sections.label')} className="flex gap-6">
          {link('personal', '/settings')}
          {link('administration', '/settings/administration')}
        </nav>
      )}
    </>
  )
}
