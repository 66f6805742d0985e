import { redirect } from 'next/navigation'
import { readEntrance } from '#server/pages/entrance.ts'

/** Leads everyone to where they can begin. */
export default async function StartPage() {
  const { needsFirstAccount, person } = await readEntrance()
  redirect(needsFirstAccount ? '/first-account' : person ? '/boards' : '/sign-in')
}
