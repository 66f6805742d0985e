import { pageTitle } from '#app/page-title.ts'
import { SettingsNav } from '#components/pages/settings/settings-nav.tsx'
import { SettingsPage } from '#components/pages/settings/settings-page.tsx'
import { shortestPassword } from '#server/auth/password.ts'
import { requirePerson } from '#server/pages/person.ts'
import { readPersonalSettings } from '#server/pages/settings.ts'
import { changePassword, createToken, revokeToken, saveName } from './actions.ts'

export const generateMetadata = pageTitle('settings.title')

const actions = { saveName, changePassword, createToken, revokeToken }

/** Settings of who is signed in. */
export default async function PersonalSettings() {
  const person = await requirePerson('/settings')
  const settings = await readPersonalSettings(person)
  return (
    <>
      <SettingsNav place="personal" isAdmin={person.isAdmin} />
      <SettingsPage
        name={person.name}
        email={person.email}
        passwordLength={shortestPassword}
        {...settings}
        actions={actions}
      />
    </>
  )
}
