'use client'
import { SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuSeparator } from '#components/ui/menu.tsx'
import { LanguageChoice, ThemeChoice } from './looks-choices.tsx'

/** Language and theme for someone who is not signed in. */
export function LooksMenu() {
  const t = useTranslations('app.nav')
  return (
    <Menu trigger={<IconButton icon={SunMoon} label={t('looks')} />}>
      <LanguageChoice />
      <MenuSeparator />
      <ThemeChoice />
    </Menu>
  )
}
