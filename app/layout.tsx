import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource/atkinson-hyperlegible-next/400.css'
import '@fontsource/atkinson-hyperlegible-next/400-italic.css'
import '@fontsource/atkinson-hyperlegible-next/600.css'
import '@fontsource/atkinson-hyperlegible-next/700.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Toasts } from '#components/ui/toast.tsx'
import { themes as palette } from '#lib/layout/palette.ts'
import { isTheme, themeCookie } from '#lib/theme.ts'

/** Titles read "page · Bollenboom". */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: palette.light.paper },
    { media: '(prefers-color-scheme: dark)', color: palette.dark.paper },
  ],
}

/** The frame of every page: language and theme are known before the first paint, so nothing flashes. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const chosen = (await cookies()).get(themeCookie)?.value
  const theme = isTheme(chosen) && chosen !== 'system' ? chosen : undefined
  const t = await getTranslations('app')
  return (
    <html lang={await getLocale()} data-theme={theme}>
      <body>
        <a
          href="#main"
          className="sr-only z-50 rounded-control bg-leaf px-4 py-2 text-on-leaf focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          {t('skipToContent')}
        </a>
        <NextIntlClientProvider>
          <Toasts>{children}</Toasts>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
