import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Wordmark } from '#components/ui/logo.tsx'
import { AccountMenu } from './account-menu.tsx'

/** The bar over every page but a board: the way home and the account. */
export function SiteHeader(props: ComponentProps<typeof AccountMenu>) {
  const t = useTranslations('app.nav')
  return (
    <header className="border-line border-b">
      <nav
        aria-label={t('label')}
        className="mx-auto flex h-16 max-w-6xl items-center justify-between px-4 sm:px-8"
      >
        <Link href="/boards" aria-label={t('home')} className="rounded-control">
          <Wordmark />
        </Link>
        <AccountMenu {...props} />
      </nav>
    </header>
  )
}
