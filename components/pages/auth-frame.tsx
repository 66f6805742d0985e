import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Wordmark } from '#components/ui/logo.tsx'
import { LooksMenu } from './looks-menu.tsx'
import { TreeArt } from './tree-art.tsx'

/** The frame of the pages before one is inside: the form on the left, the tree on the right where there is room. */
export function AuthFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('auth')
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(28rem,5fr)_6fr]">
      <div className="flex flex-col px-5 py-5 sm:px-10 sm:py-8">
        <header className="flex items-center justify-between">
          <Wordmark />
          <LooksMenu />
        </header>
        <main id="main" className="flex grow flex-col justify-center py-10">
          <div className="mx-auto w-full max-w-sm">{children}</div>
        </main>
      </div>
      <aside className="relative hidden flex-col justify-between overflow-hidden bg-paper-sunken lg:flex">
        <div className="px-14 pt-20">
          <p className="max-w-md font-serif text-4xl leading-tight [font-weight:520]">{t('motto')}</p>
          <p className="mt-4 max-w-md text-ink-soft text-lg">{t('mottoText')}</p>
        </div>
        <TreeArt className="mx-auto h-[56vh] w-auto" />
      </aside>
    </div>
  )
}
