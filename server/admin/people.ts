import { randomBytes } from 'node:crypto'
import { ok, problem, type Result } from '#lib/result.ts'
import { checkPassword, hashPassword } from '#server/auth/password.ts'
import type { Database } from '#server/db/client.ts'
import { createAccessToken } from '#server/db/tokens.ts'
import { addUser, findUserByEmail, toEmail } from '#server/db/users.ts'

/** Adds an account from the command line; `password` null makes one up, which is answered once. */
export async function addPerson(
  db: Database,
  given: { email: string; name: string; password: string | null; isAdmin: boolean },
): Promise<Result<{ password: string | null }>> {
  const email = toEmail(given.email)
  if (!email.ok) return email
  const madeUp = given.password === null ? randomBytes(12).toString('base64url') : null
  const password = given.password ?? madeUp ?? ''
  const fits = checkPassword(password)
  if (!fits.ok) return fits
  if (given.name.trim() === '') return problem('args.invalid', { name: 'name' })
  const passwordHash = await hashPassword(password)
  const added = await db.transaction((tx) =>
    addUser(tx, { email: email.value, name: given.name, passwordHash, isAdmin: given.isAdmin }),
  )
  return added.ok ? ok({ password: madeUp }) : added
}

/** A personal access token for an account, shown once. */
export async function addToken(db: Database, address: string): Promise<Result<{ secret: string }>> {
  const email = toEmail(address)
  if (!email.ok) return email
  const user = await findUserByEmail(db, email.value)
  if (!user) return problem('account.missing')
  const { secret } = await createAccessToken(db, { userId: user.id, name: 'made on the command line' })
  return ok({ secret })
}
