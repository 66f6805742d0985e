'use client'
import { LogOut, Settings, Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '#components/ui/menu.tsx'
import type { Result } from '#lib/result.ts'
import { type GoOn, goOn } from './go-on.ts'
import { LanguageChoice, ThemeChoice } from './looks-choices.tsx'
import { useAction } from './use-action.ts'

type Props = {
  readonly name: string
  readonly email: string
  readonly isAdmin: boolean
  readonly signOut: () => Promise<Result<GoOn>>
}

/** Who I am, and what belongs to me rather than to a board. */
export function AccountMenu({ name, email, isAdmin, signOut }: Props) {
  const t = useTranslations('app.nav')
  const { run } = useAction()
  const trigger = (
    <button type="button" aria-label={t('account', { name })} className="rounded-full">
      <Avatar name={name} />
    </button>
  )
  return (
    <Menu trigger={trigger}>
      <div className="px-2.5 pt-2 pb-2">
        <p className="truncate font-semibold">{name}</p>
        <p className="truncate text-ink-faint text-sm">{email}</p>
      </div>
      <MenuSeparator />
      <MenuLink icon={Settings} render={<Link href="/settings" />}>
        {t('settings')}
      </MenuLink>
      {isAdmin && (
        <MenuLink icon={Users} render={<Link href="/settings/administration" />}>
          {t('administration')}
        </MenuLink>
      )}
      <MenuSeparator />
      <LanguageChoice />
      <ThemeChoice />
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => run(signOut, goOn)}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
