'use client'
import { Ellipsis, ShieldCheck, ShieldOff, UserCheck, UserX } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { Result } from '#lib/result.ts'
import { useAction } from '../use-action.ts'
import type { AdministrationActions, PersonModel } from './administration-actions.ts'

type Props = { readonly people: readonly PersonModel[]; readonly actions: AdministrationActions }

/** Everyone with an account, and what an administrator can do about it. */
export function People({ people, actions }: Props) {
  const t = useTranslations('settings.admin')
  const format = useFormatter()
  return (
    <ul className="divide-y divide-line border-line border-y">
      {people.map((person) => (
        <li key={person.id} className="flex items-center gap-3 py-3">
          <Avatar name={person.name} />
          <div className="min-w-0 grow">
            <p className="truncate font-semibold">
              {person.name}
              {person.isMe && <span className="font-normal text-ink-faint"> ({t('you')})</span>}
            </p>
            <p className="truncate text-ink-soft text-sm">{person.email}</p>
          </div>
          <div className="hidden text-right text-sm sm:block">
            <p className={person.isDisabled ? 'text-danger' : 'text-ink'}>{t(stateOf(person))}</p>
            <p className="text-ink-faint">
              {t('since')} {format.dateTime(person.createdAt, { dateStyle: 'medium' })}
            </p>
          </div>
          <PersonMenu person={person} actions={actions} />
        </li>
      ))}
    </ul>
  )
}

const stateOf = (person: PersonModel) =>
  person.isDisabled ? 'disabled' : person.isAdmin ? 'administrator' : 'active'

function PersonMenu({
  person,
  actions,
}: {
  readonly person: PersonModel
  readonly actions: AdministrationActions
}) {
  const t = useTranslations('settings.admin')
  const toast = useToast()
  const { run } = useAction()
  const { id, name, isAdmin, isDisabled } = person
  const act = (action: () => Promise<Result>, said: string) =>
    run(action, () => toast(t(`done.${said}`, { name })))
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('actions', { name })} />}>
      <MenuItem
        icon={isAdmin ? ShieldOff : ShieldCheck}
        onSelect={() => act(() => actions.setAdmin(id, !isAdmin), isAdmin ? 'unmadeAdmin' : 'madeAdmin')}
      >
        {t(isAdmin ? 'unmakeAdmin' : 'makeAdmin')}
      </MenuItem>
      <MenuItem
        icon={isDisabled ? UserCheck : UserX}
        tone={isDisabled ? 'plain' : 'danger'}
        disabled={person.isMe}
        onSelect={() => act(() => actions.setDisabled(id, !isDisabled), isDisabled ? 'enabled' : 'disabled')}
      >
        {t(isDisabled ? 'enable' : 'disable')}
      </MenuItem>
    </Menu>
  )
}
