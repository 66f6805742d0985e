'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { ok, type Result } from '#lib/result.ts'
import { useAction } from '../use-action.ts'

type Props = {
  /** The host of the organisation's sign-in page. */
  readonly provider: string
  readonly next: string
  /** What must happen on this site first. */
  readonly before?: (() => Promise<Result>) | undefined
}

/** Signs in at one's organisation. The name of the provider's host tells where the button leads. */
export function ProviderButton({ provider, next, before }: Props) {
  const t = useTranslations('auth.signIn')
  const { busy, run } = useAction()
  const go = () =>
    run(async () => {
      const ready = (await before?.()) ?? ok(undefined)
      if (ready.ok) await signIn('oidc', { callbackUrl: next })
      return ready
    })
  return (
    <>
      <Button onClick={go} busy={busy} className="w-full" title={provider}>
        {t('with', { provider: t('organisation') })}
      </Button>
      <p className="my-5 flex items-center gap-4 text-ink-faint text-sm before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {t('or')}
      </p>
    </>
  )
}
