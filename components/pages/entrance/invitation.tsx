'use client'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { Result } from '#lib/result.ts'
import { ActionForm } from '../action-form.tsx'
import { type GoOn, goOn } from '../go-on.ts'

/** A link that works no longer. */
export function InvalidInvitation() {
  const t = useTranslations()
  return (
    <>
      <h1 className="text-4xl">{t('auth.invitation.invalidTitle')}</h1>
      <p className="mt-3 mb-8 text-ink-soft text-lg">{t('problems.invitation.invalid')}</p>
      <ButtonLink href="/sign-in">{t('auth.invitation.toSignIn')}</ButtonLink>
    </>
  )
}

/** A link for a newcomer, followed by someone who is here already. */
export function NotForMembers({ name }: { readonly name: string }) {
  const t = useTranslations()
  return (
    <>
      <h1 className="text-4xl">{t('auth.invitation.already')}</h1>
      <p className="mt-3 mb-8 text-ink-soft text-lg">{t('auth.invitation.alreadyText', { name })}</p>
      <ButtonLink href="/boards">{t('app.notFound.action')}</ButtonLink>
    </>
  )
}

type JoinProps = {
  readonly name: string
  readonly board: string
  readonly accept: () => Promise<Result<GoOn>>
}

/** A link to a board, followed by someone with an account. */
export function JoinForm({ name, board, accept }: JoinProps) {
  const t = useTranslations('auth.invitation')
  return (
    <>
      <h1 className="text-4xl">{t('title')}</h1>
      <ActionForm action={accept} onDone={goOn} submit={t('join')} className="mt-3">
        <p className="mb-3 text-ink-soft text-lg">{t('joinText', { name, board })}</p>
      </ActionForm>
    </>
  )
}
