'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TextField } from '#components/ui/text-field.tsx'
import type { Result } from '#lib/result.ts'
import { ActionForm } from '../action-form.tsx'
import { type GoOn, goOn } from '../go-on.ts'
import { ProviderButton } from './provider-button.tsx'

type Props = {
  readonly action: (form: FormData) => Promise<Result<GoOn>>
  readonly next: string
  /** The host of single sign-on, null without it. */
  readonly provider: string | null
  readonly openSignUp: boolean
  readonly providerFailed: boolean
}

/** Signs in by password or at one's organisation. */
export function SignInForm({ action, next, provider, openSignUp, providerFailed }: Props) {
  const t = useTranslations('auth')
  return (
    <>
      <h1 className="text-4xl">{t('signIn.title')}</h1>
      <p className="mt-3 mb-8 text-ink-soft text-lg">
        {t(next === '/boards' ? 'signIn.text' : 'signIn.again')}
      </p>
      {providerFailed && (
        <p role="alert" className="mb-5 rounded-control bg-danger-soft px-3 py-2 text-danger">
          {t('signIn.providerFailed')}
        </p>
      )}
      {provider !== null && <ProviderButton provider={provider} next={next} />}
      <ActionForm action={action} onDone={goOn} submit={t('signIn.submit')} wide>
        <TextField label={t('email')} name="email" type="email" required autoComplete="username" />
        <TextField
          label={t('password')}
          name="password"
          type="password"
          required
          autoComplete="current-password"
        />
      </ActionForm>
      <p className="mt-6 text-ink-soft">
        {t('signIn.noAccount')}{' '}
        {openSignUp ? (
          <Link href="/sign-up" className="text-leaf underline underline-offset-4">
            {t('signIn.signUp')}
          </Link>
        ) : (
          t('signIn.byInvitation')
        )}
      </p>
    </>
  )
}
