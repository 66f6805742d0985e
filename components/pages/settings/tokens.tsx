'use client'
import { Trash2 } from 'lucide-react'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { ActionForm } from '../action-form.tsx'
import { CopyField } from '../copy-field.tsx'
import { useAction } from '../use-action.ts'
import type { SettingsActions, TokenModel } from './settings-actions.ts'

/** Keys for other programs: the list, a new one, and taking one back. */
export function Tokens({
  tokens,
  actions,
}: {
  readonly tokens: readonly TokenModel[]
  readonly actions: SettingsActions
}) {
  const t = useTranslations('settings.tokens')
  const [secret, setSecret] = useState<string | null>(null)
  const created = (made: { readonly secret: string }, form: HTMLFormElement) => {
    form.reset()
    setSecret(made.secret)
  }
  return (
    <div className="max-w-xl">
      {tokens.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} revoke={actions.revokeToken} />
          ))}
        </ul>
      )}
      <div role="status" className="mt-5 empty:hidden">
        {secret !== null && <CopyField key={secret} label={t('field')} hint={t('created')} value={secret} />}
      </div>
      <ActionForm
        action={(form) => actions.createToken(String(form.get('name')))}
        onDone={created}
        submit={t('create')}
        tone="outline"
        className="mt-6 max-w-md"
      >
        <TextField label={t('name')} name="name" required maxLength={100} />
      </ActionForm>
    </div>
  )
}

function TokenRow({
  token,
  revoke,
}: {
  readonly token: TokenModel
  readonly revoke: SettingsActions['revokeToken']
}) {
  const t = useTranslations('settings.tokens')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const toast = useToast()
  const { busy, run } = useAction()
  const ago = (time: number) => format.relativeTime(Math.min(time, now.getTime()), now)
  const used = token.lastUsedAt === null ? t('unused') : t('used', { when: ago(token.lastUsedAt) })
  return (
    <li className="flex items-center gap-4 py-3">
      <div className="min-w-0 grow">
        <p className="truncate font-semibold">{token.name}</p>
        <p className="text-ink-soft text-sm">
          {t('since', { when: ago(token.createdAt) })}, {used}
        </p>
      </div>
      <IconButton
        icon={Trash2}
        label={t('revoke', { name: token.name })}
        busy={busy}
        onClick={() =>
          run(
            () => revoke(token.id),
            () => toast(t('revoked', { name: token.name })),
          )
        }
      />
    </li>
  )
}
