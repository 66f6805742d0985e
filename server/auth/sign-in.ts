import { done, ok, problem, type Result } from '#lib/result.ts'
import {
  type CookieToSet,
  noSessionCookie,
  readCookie,
  sessionCookie,
  sessionCookieName,
} from '#server/auth/cookies.ts'
import { checkPassword, hashPassword, verifyPassword } from '#server/auth/password.ts'
import { isSecure } from '#server/auth/request-user.ts'
import type { Transaction } from '#server/db/client.ts'
import { addSession, endSession } from '#server/db/sessions.ts'
import { findPasswordHash, findUser, findUserByEmail, setPasswordHash, toEmail } from '#server/db/users.ts'
import type { Runtime } from '#server/runtime.ts'

/** Someone who just signed in, and the cookie that says so. */
export type SignedIn = { readonly userId: string; readonly cookie: CookieToSet }

/** Signs in by password. An unknown address and a wrong password are the same `account.password-wrong`; a closed account is told only to who knows its password. */
export async function signInWithPassword(
  runtime: Runtime,
  given: { email: string; password: string; ip: string },
): Promise<Result<SignedIn>> {
  const { db, attempts } = runtime
  const email = toEmail(given.email)
  if (!email.ok) return problem('account.password-wrong')
  const allowed = await attempts.check(email.value, given.ip)
  if (!allowed.ok) return allowed
  const matches = await verifyPassword(await findPasswordHash(db, email.value), given.password)
  const user = matches ? await findUserByEmail(db, email.value) : null
  if (!user) {
    await attempts.failed(email.value, given.ip)
    return problem('account.password-wrong')
  }
  if (user.disabledAt !== null) return problem('account.closed')
  await attempts.succeeded(email.value, given.ip)
  return ok(await db.transaction((tx) => startSession(runtime, tx, user.id)))
}

/** Opens a session for someone whose identity is settled. */
export async function startSession(
  runtime: Pick<Runtime, 'env'>,
  tx: Transaction,
  userId: string,
): Promise<SignedIn> {
  const { token } = await addSession(tx, userId)
  return { userId, cookie: sessionCookie(token, isSecure(runtime.env)) }
}

/** Ends the session of a Cookie header; `sessionId` (null when there was none) tells whose sockets to close. */
export async function signOut(
  { env, db }: Pick<Runtime, 'env' | 'db'>,
  cookieHeader: string | null,
): Promise<{ sessionId: string | null; cookie: CookieToSet }> {
  const secure = isSecure(env)
  const token = readCookie(cookieHeader, sessionCookieName(secure))
  return { sessionId: token ? await endSession(db, token) : null, cookie: noSessionCookie(secure) }
}

/** Sets a new password and ends the person's other sessions. Someone without a password (single sign-on) needs no current one. */
export async function changePassword(
  { db, attempts }: Pick<Runtime, 'db' | 'attempts'>,
  given: { userId: string; sessionId: string | null; current: string; next: string; ip: string },
): Promise<Result> {
  const fits = checkPassword(given.next)
  if (!fits.ok) return fits
  const user = await findUser(db, given.userId)
  if (!user) return problem('account.missing')
  const allowed = await attempts.check(user.email, given.ip)
  if (!allowed.ok) return allowed
  if (user.hasPassword && !(await verifyPassword(await findPasswordHash(db, user.email), given.current))) {
    await attempts.failed(user.email, given.ip)
    return problem('account.password-wrong')
  }
  const changed = await setPasswordHash(
    db,
    user.id,
    await hashPassword(given.next),
    given.sessionId ?? undefined,
  )
  return changed.ok ? done : changed
}
