import { headers } from 'next/headers'
import { done, ok, problem, type Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { clientAddress } from '#server/auth/same-origin.ts'
import { changePassword } from '#server/auth/sign-in.ts'
import { createAccessToken, listAccessTokens, revokeAccessToken } from '#server/db/tokens.ts'
import { findUser, updateProfile } from '#server/db/users.ts'
import { hub } from '#server/hub.ts'
import { runtime } from '#server/runtime.ts'

/** What the page of personal settings shows. */
export async function readPersonalSettings(person: RequestUser) {
  const { db } = runtime()
  const [user, tokens] = await Promise.all([findUser(db, person.userId), listAccessTokens(db, person.userId)])
  return { hasPassword: user?.hasPassword ?? false, tokens }
}

/** Changes the name that others see. */
export async function saveName(person: RequestUser, name: string): Promise<Result> {
  return name.length > 200
    ? problem('args.invalid', { name: 'name' })
    : updateProfile(runtime().db, person.userId, { name })
}

/** Changes the password and signs the person out everywhere else; boards that are open there close. */
export async function savePassword(person: RequestUser, current: string, next: string): Promise<Result> {
  const { userId, sessionId } = person
  const ip = clientAddress(await headers())
  const changed = await changePassword(runtime(), { userId, sessionId, current, next, ip })
  if (changed.ok) hub().disconnect({ userId })
  return changed
}

/** Makes an access token; its secret is answered once. */
export async function makeToken(person: RequestUser, name: string): Promise<Result<{ secret: string }>> {
  if (name.trim() === '' || name.length > 100) return problem('args.invalid', { name: 'name' })
  const { secret } = await createAccessToken(runtime().db, { userId: person.userId, name })
  return ok({ secret })
}

/** Takes one's own token back; one that is gone already is gone too. */
export async function dropToken(person: RequestUser, id: string): Promise<Result> {
  const dropped = await revokeAccessToken(runtime().db, person.userId, id)
  return !dropped.ok && dropped.code === 'token.missing' ? done : dropped
}
