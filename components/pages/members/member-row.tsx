'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { useAction } from '../use-action.ts'
import type { MemberActions, MemberModel } from './member-actions.ts'
import { useRoleOptions } from './use-role-options.ts'

type Props = {
  readonly boardId: string
  readonly member: MemberModel
  readonly mayManage: boolean
  readonly actions: MemberActions
  readonly onChanged: () => void
}

/** One person on a board with their role. */
export function MemberRow({ boardId, member, mayManage, actions, onChanged }: Props) {
  const t = useTranslations('boards')
  const toast = useToast()
  const { busy, run } = useAction()
  const options = useRoleOptions(member.role)
  const { name, userId } = member
  const after = (message: string) => () => {
    toast(message)
    onChanged()
  }
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <Avatar name={name} />
      <div className="min-w-0 grow">
        <p className="truncate font-semibold">
          {name}
          {member.isMe && <span className="font-normal text-ink-faint"> ({t('membersDialog.you')})</span>}
        </p>
        <p className="truncate text-ink-soft text-sm">{member.email}</p>
      </div>
      {mayManage ? (
        <>
          <Select
            label={t('membersDialog.roleOf', { name })}
            hideLabel
            value={member.role}
            options={options}
            disabled={busy}
            onChange={(role) =>
              run(() => actions.change(boardId, userId, role), after(t('membersDialog.changed', { name })))
            }
            className="w-44"
          />
          <IconButton
            icon={X}
            label={t('membersDialog.remove', { name })}
            busy={busy}
            onClick={() =>
              run(() => actions.remove(boardId, userId), after(t('membersDialog.removed', { name })))
            }
          />
        </>
      ) : (
        <span className="text-ink-soft">{t(`role.${member.role}`)}</span>
      )}
    </li>
  )
}
