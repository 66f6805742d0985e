'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TextField } from '#components/ui/text-field.tsx'
import type { Result } from '#lib/result.ts'
import { ActionForm } from '../action-form.tsx'
import { type GoOn, goOn } from '../go-on.ts'
import { ProviderButton } from './provider-button.tsx'

type Props = {
  readonly greeting: 'firstAccount' | 'signUp' | 'invitation'
  /** The board that an invitation opens. */
  readonly board?: { readonly title: string; readonly inviter: string | null } | null
  readonly email?: string | null
  readonly passwordLength: number
  readonly action: (form: FormData) => Promise<Result<GoOn>>
  readonly provider?: string | null
  readonly beforeProvider?: () => Promise<Result>
}

/** Makes an account: the first one, an open one, or one by invitation. */
export function AccountForm({
  greeting,
  board = null,
  email,
  passwordLength,
  action,
  provider = null,
  beforeProvider,
}: Props) {
  const t = useTranslations('auth')
  const text =
    board === null
      ? t(`${greeting}.text`)
      : t('invitation.textBoard', { board: board.title, inviter: board.inviter ?? t('invitation.someone') })
  return (
    <>
      <h1 className="text-4xl">{t(`${greeting}.title`)}</h1>
      <p className="mt-3 mb-8 text-ink-soft text-lg">{text}</p>
      {provider !== null && <ProviderButton provider={provider} next="/boards" before={beforeProvider} />}
      <ActionForm action={action} onDone={goOn} submit={t(`${greeting}.submit`)} wide>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          required
          maxLength={200}
          autoComplete="name"
        />
        <TextField
          label={t('email')}
          name="email"
          type="email"
          required
          autoComplete="username"
          defaultValue={email?.includes('@') ? email : undefined}
        />
        <TextField
          label={t('password')}
          hint={t('passwordHint', { min: passwordLength })}
          name="password"
          type="password"
          required
          minLength={passwordLength}
          autoComplete="new-password"
        />
      </ActionForm>
      {greeting === 'signUp' && (
        <p className="mt-6 text-ink-soft">
          {t('signUp.haveAccount')}{' '}
          <Link href="/sign-in" className="text-leaf underline underline-offset-4">
            {t('signUp.signIn')}
          </Link>
        </p>
      )}
    </>
  )
}
