import { ok, problem, type Result } from '#lib/result.ts'
import { checkPassword, hashPassword } from '#server/auth/password.ts'
import { type SignedIn, startSession } from '#server/auth/sign-in.ts'
import type { Reader } from '#server/db/client.ts'
import { findInvitation, redeemInvitation } from '#server/db/invitations.ts'
import { readSettings } from '#server/db/settings.ts'
import { addUser, countUsers, lockAccounts, toEmail } from '#server/db/users.ts'
import type { Runtime } from '#server/runtime.ts'

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly language?: string | null
}

/** Whether the server waits for its first account. */
export const needsFirstAccount = async (db: Reader): Promise<boolean> => (await countUsers(db)) === 0

/** Makes the first account, which is the administrator, and signs it in; `sign-up.closed` once there is any account. Of two at once one succeeds. */
export async function createFirstAccount(runtime: Runtime, given: NewAccount): Promise<Result<SignedIn>> {
  if (!(await needsFirstAccount(runtime.db))) return problem('sign-up.closed')
  const account = await prepare(given)
  if (!account.ok) return account
  return runtime.db.transaction(async (tx) => {
    await lockAccounts(tx)
    if ((await countUsers(tx)) > 0) return problem('sign-up.closed')
    const added = await addUser(tx, { ...account.value, isAdmin: true })
    return added.ok ? ok(await startSession(runtime, tx, added.value.id)) : added
  })
}

/** Whether a newcomer may make an account: sign-up is open, or they hold a valid invitation. */
export async function maySignUp(db: Reader, invitation: string | null): Promise<boolean> {
  return (
    (await readSettings(db)).openSignUp ||
    (invitation !== null && (await findInvitation(db, invitation)) !== null)
  )
}

/** Makes an account by invitation or open sign-up and signs it in; `boardId` is the board that the invitation opens, or null. */
export async function signUp(
  runtime: Runtime,
  given: NewAccount & { invitation: string | null },
): Promise<Result<SignedIn & { boardId: string | null }>> {
  if (!(await maySignUp(runtime.db, given.invitation)))
    return problem(given.invitation ? 'invitation.invalid' : 'sign-up.closed')
  const account = await prepare(given)
  if (!account.ok) return account
  const refused = new RefusedInTransaction()
  try {
    return await runtime.db.transaction(async (tx) => {
      const added = await addUser(tx, account.value)
      if (!added.ok) return added
      const redeemed = given.invitation
        ? await redeemInvitation(tx, { secret: given.invitation }, added.value.id)
        : ok({ boardId: null })
      // The account must not stay behind when the link was used by another a moment ago.
      if (!redeemed.ok && !(await readSettings(tx)).openSignUp) throw refused
      return ok({
        ...(await startSession(runtime, tx, added.value.id)),
        boardId: redeemed.ok ? redeemed.value.boardId : null,
      })
    })
  } catch (reason) {
    if (reason === refused) return problem('invitation.invalid')
    throw reason
  }
}

class RefusedInTransaction extends Error {}

async function prepare(
  given: NewAccount,
): Promise<Result<{ email: string; name: string; passwordHash: string; language: string | null }>> {
  const email = toEmail(given.email)
  if (!email.ok) return email
  const name = given.name.trim()
  if (name === '' || name.length > 200) return problem('args.invalid', { name: 'name' })
  const fits = checkPassword(given.password)
  if (!fits.ok) return fits
  return ok({
    email: email.value,
    name,
    passwordHash: await hashPassword(given.password),
    language: given.language ?? null,
  })
}
