'use client'
import { useTranslations } from 'next-intl'
import { MenuChoice } from '#components/ui/menu.tsx'
import { languages } from '#lib/i18n/language.ts'
import { themes } from '#lib/theme.ts'
import { useLanguage, useTheme } from './use-looks.ts'

/** The language of the interface, inside a menu. */
export function LanguageChoice() {
  const t = useTranslations('app')
  const [language, choose] = useLanguage()
  const options = languages.map((value) => ({ value, label: t(`language.${value}`) }))
  return <MenuChoice label={t('nav.language')} value={language} options={options} onChange={choose} />
}

/** The theme of the interface, inside a menu. */
export function ThemeChoice() {
  const t = useTranslations('app')
  const [theme, choose] = useTheme()
  const options = themes.map((value) => ({ value, label: t(`theme.${value}`) }))
  return <MenuChoice label={t('nav.theme')} value={theme} options={options} onChange={choose} />
}
