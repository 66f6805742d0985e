import { redirect } from 'next/navigation'
import { pageTitle } from '#app/page-title.ts'
import { SignInForm } from '#components/pages/entrance/sign-in-form.tsx'
import { nextPath } from '#server/pages/address.ts'
import { readEntrance } from '#server/pages/entrance.ts'
import { signIn } from '../actions.ts'

export const generateMetadata = pageTitle('auth.signIn.title')

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

/** Signing in; `next` is where to go on, `error` what single sign-on came back with. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams
  const entrance = await readEntrance()
  if (entrance.needsFirstAccount) redirect('/first-account')
  if (entrance.person) redirect(nextPath(next))
  const path = nextPath(next)
  return (
    <SignInForm
      action={signIn.bind(null, path)}
      next={path}
      provider={entrance.provider}
      openSignUp={entrance.openSignUp}
      providerFailed={error !== undefined}
    />
  )
}
