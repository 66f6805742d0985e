import { pageTitle } from '#app/page-title.ts'
import { AccountForm } from '#components/pages/entrance/account-form.tsx'
import { InvalidInvitation, JoinForm, NotForMembers } from '#components/pages/entrance/invitation.tsx'
import { shortestPassword } from '#server/auth/password.ts'
import { readEntrance, readInvitation } from '#server/pages/entrance.ts'
import { acceptInvitation, keepInvitation, signUp } from '../../actions.ts'

export const generateMetadata = pageTitle('auth.invitation.title')

type Props = { readonly params: Promise<{ readonly token: string }> }

/** What a newcomer sees who follows an invitation link. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const [invitation, { person, provider }] = await Promise.all([readInvitation(token), readEntrance()])
  if (!invitation) return <InvalidInvitation />
  const { boardTitle, inviter } = invitation
  if (person && boardTitle === null) return <NotForMembers name={person.name} />
  if (person)
    return (
      <JoinForm name={person.name} board={boardTitle ?? ''} accept={acceptInvitation.bind(null, token)} />
    )
  return (
    <AccountForm
      greeting="invitation"
      board={boardTitle === null ? null : { title: boardTitle, inviter }}
      email={invitation.email}
      passwordLength={shortestPassword}
      action={signUp.bind(null, token)}
      provider={provider}
      beforeProvider={keepInvitation.bind(null, token)}
    />
  )
}
