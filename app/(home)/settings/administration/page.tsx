import { notFound } from 'next/navigation'
import { pageTitle } from '#app/page-title.ts'
import { AdministrationPage } from '#components/pages/administration/administration-page.tsx'
import { SettingsNav } from '#components/pages/settings/settings-nav.tsx'
import { readAdministration } from '#server/pages/administration.ts'
import { requirePerson } from '#server/pages/person.ts'
import { invite, revokeInvitation, setAdmin, setDisabled, setOpenSignUp } from './actions.ts'

export const generateMetadata = pageTitle('settings.admin.title')

const actions = { setAdmin, setDisabled, invite, revokeInvitation, setOpenSignUp }

/** Accounts and invitations; for anyone but administrators this page is not there. */
export default async function Administration() {
  const person = await requirePerson('/settings/administration')
  if (!person.isAdmin) notFound()
  return (
    <>
      <SettingsNav place="administration" isAdmin />
      <AdministrationPage {...(await readAdministration(person))} actions={actions} />
    </>
  )
}
