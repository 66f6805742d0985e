import { redirect } from 'next/navigation'
import { pageTitle } from '#app/page-title.ts'
import { AccountForm } from '#components/pages/entrance/account-form.tsx'
import { shortestPassword } from '#server/auth/password.ts'
import { readEntrance } from '#server/pages/entrance.ts'
import { signUp } from '../actions.ts'

export const generateMetadata = pageTitle('auth.signUp.title')

/** Making an account without an invitation, where the administrator allows that. */
export default async function SignUpPage() {
  const { needsFirstAccount, openSignUp, person } = await readEntrance()
  if (needsFirstAccount || person || !openSignUp) redirect('/')
  return <AccountForm greeting="signUp" passwordLength={shortestPassword} action={signUp.bind(null, null)} />
}
