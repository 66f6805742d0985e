'use client'
import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { isLanguage, type Language, languageCookie, languages } from '#lib/i18n/language.ts'
import { isTheme, type Theme, themeCookie } from '#lib/theme.ts'

/** The language of the page and the way to change it; the page is rendered anew and keeps its state. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const locale = useLocale()
  const router = useRouter()
  const choose = useCallback(
    (language: Language) => {
      keep(languageCookie, language)
      router.refresh()
    },
    [router],
  )
  return [isLanguage(locale) ? locale : languages[0], choose]
}

/** The chosen theme and the way to change it; the page turns at once. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => {
    const { theme: chosen } = document.documentElement.dataset
    if (isTheme(chosen)) setTheme(chosen)
  }, [])
  const choose = useCallback((next: Theme) => {
    keep(themeCookie, next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    setTheme(next)
  }, [])
  return [theme, choose]
}

const year = 365 * 24 * 60 * 60

/** Cookies rather than storage: the server needs them for the first paint. They say nothing secret. */
function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari.
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`
}
