import { redirect } from 'next/navigation'
import { pageTitle } from '#app/page-title.ts'
import { AccountForm } from '#components/pages/entrance/account-form.tsx'
import { shortestPassword } from '#server/auth/password.ts'
import { readEntrance } from '#server/pages/entrance.ts'
import { createFirst } from '../actions.ts'

export const generateMetadata = pageTitle('auth.firstAccount.title')

/** Opens a new server: whoever comes first becomes its administrator. */
export default async function FirstAccountPage() {
  if (!(await readEntrance()).needsFirstAccount) redirect('/')
  return <AccountForm greeting="firstAccount" passwordLength={shortestPassword} action={createFirst} />
}
