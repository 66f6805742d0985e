import type { Reader } from '#server/db/client.ts'
import { findInvitation, findInvitationHashFor } from '#server/db/invitations.ts'
import { hashSecret } from '#server/db/secret-token.ts'
import { readSettings } from '#server/db/settings.ts'
import { countUsers } from '#server/db/users.ts'

/** Why someone who signs in elsewhere may have a new account here: they are the first, hold an invitation (its hash), or sign-up is open. */
export type NewcomerRight = { readonly isFirst: boolean; readonly invitationHash: string | null }

/** The right of a newcomer, null for none. An invitation counts by the link they followed, or by their e-mail address when the provider verified it. */
export async function newcomerRight(
  db: Reader,
  newcomer: { email: string; emailVerified: boolean; invitation: string | null },
): Promise<NewcomerRight | null> {
  if ((await countUsers(db)) === 0) return { isFirst: true, invitationHash: null }
  const followed =
    newcomer.invitation && (await findInvitation(db, newcomer.invitation))
      ? hashSecret(newcomer.invitation)
      : null
  const invitationHash =
    followed ?? (newcomer.emailVerified ? await findInvitationHashFor(db, newcomer.email) : null)
  if (invitationHash) return { isFirst: false, invitationHash }
  return (await readSettings(db)).openSignUp ? { isFirst: false, invitationHash: null } : null
}
