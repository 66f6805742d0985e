'use client'
import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { ActionForm } from '../action-form.tsx'
import { CopyField } from '../copy-field.tsx'
import { useAction } from '../use-action.ts'
import type { AdministrationActions, InvitationModel } from './administration-actions.ts'

type Props = { readonly invitations: readonly InvitationModel[]; readonly actions: AdministrationActions }

/** Links that bring newcomers in: a new one, those still open, and taking one back. */
export function Invitations({ invitations, actions }: Props) {
  const t = useTranslations('settings.admin')
  const [url, setUrl] = useState<string | null>(null)
  const made = (link: { readonly url: string }, form: HTMLFormElement) => {
    form.reset()
    setUrl(link.url)
  }
  return (
    <div className="max-w-xl">
      <ActionForm
        action={(form) => actions.invite(String(form.get('who')))}
        onDone={made}
        submit={t('inviteCreate')}
        tone="outline"
        className="max-w-md"
      >
        <TextField
          label={t('inviteFor')}
          hint={t('inviteForHint')}
          name="who"
          maxLength={200}
          autoComplete="off"
        />
      </ActionForm>
      <div role="status" className="mt-5 empty:hidden">
        {url !== null && <CopyField key={url} label={t('inviteField')} hint={t('inviteReady')} value={url} />}
      </div>
      {invitations.length === 0 ? (
        <p className="mt-6 text-ink-soft">{t('inviteNone')}</p>
      ) : (
        <ul className="mt-6 divide-y divide-line border-line border-y">
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} revoke={actions.revokeInvitation} />
          ))}
        </ul>
      )}
    </div>
  )
}

type RowProps = {
  readonly invitation: InvitationModel
  readonly revoke: AdministrationActions['revokeInvitation']
}

function InvitationRow({ invitation: { id, email, boardTitle, expiresAt }, revoke }: RowProps) {
  const t = useTranslations('settings.admin')
  const format = useFormatter()
  const toast = useToast()
  const { busy, run } = useAction()
  const who = email ?? t('inviteAnyone')
  return (
    <li className="flex items-center gap-4 py-3">
      <div className="min-w-0 grow">
        <p className="truncate font-semibold">
          {who}
          {boardTitle !== null && (
            <span className="font-normal text-ink-soft"> {t('inviteBoard', { board: boardTitle })}</span>
          )}
        </p>
        <p className="text-ink-soft text-sm">
          {t('inviteUntil', { date: format.dateTime(expiresAt, { dateStyle: 'medium' }) })}
        </p>
      </div>
      <IconButton
        icon={X}
        label={t('inviteRevoke', { who })}
        busy={busy}
        onClick={() =>
          run(
            () => revoke(id),
            () => toast(t('inviteRevoked')),
          )
        }
      />
    </li>
  )
}
