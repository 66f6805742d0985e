import { cookies, headers } from 'next/headers'
import type { Result } from '#lib/result.ts'
import { done } from '#lib/result.ts'
import { type CookieToSet, invitationCookie } from '#server/auth/cookies.ts'
import { isSecure } from '#server/auth/request-user.ts'
import { clientAddress } from '#server/auth/same-origin.ts'
import { signInWithPassword, signOut } from '#server/auth/sign-in.ts'
import { createFirstAccount, type NewAccount, needsFirstAccount, signUp } from '#server/auth/sign-up.ts'
import { acceptInvitation, findInvitation } from '#server/db/invitations.ts'
import { readSettings } from '#server/db/settings.ts'
import { hub } from '#server/hub.ts'
import { currentPerson } from '#server/pages/person.ts'
import { runtime } from '#server/runtime.ts'

/** What the pages at the entrance need to know before they show themselves. `provider` is the name of single sign-on, null without it. */
export async function readEntrance() {
  const { db, env } = runtime()
  const [first, settings, person] = await Promise.all([
    needsFirstAccount(db),
    readSettings(db),
    currentPerson(),
  ])
  return {
    needsFirstAccount: first,
    openSignUp: settings.openSignUp,
    person,
    provider: env.oidc ? new URL(env.oidc.issuer).hostname : null,
  }
}

/** What an invitation link opens, or null when it works no longer. */
export const readInvitation = (secret: string) => findInvitation(runtime().db, secret)

/** Signs this browser in by password. */
export async function enter(email: string, password: string): Promise<Result> {
  const signedIn = await signInWithPassword(runtime(), {
    email,
    password,
    ip: clientAddress(await headers()),
  })
  if (!signedIn.ok) return signedIn
  await setCookie(signedIn.value.cookie)
  return done
}

/** Makes the first account and signs this browser in. */
export async function enterAsFirst(account: NewAccount): Promise<Result> {
  const made = await createFirstAccount(runtime(), account)
  if (!made.ok) return made
  await setCookie(made.value.cookie)
  return done
}

/** Makes an account, by invitation when there is one, and signs this browser in; answers the path to go on to. */
export async function enterAsNew(
  account: NewAccount & { invitation: string | null },
): Promise<Result<string>> {
  const made = await signUp(runtime(), account)
  if (!made.ok) return made
  await setCookie(made.value.cookie)
  return { ok: true, value: boardPath(made.value.boardId) }
}

/** Uses an invitation for who is signed in; answers the path to go on to. */
export async function acceptAs(userId: string, secret: string): Promise<Result<string>> {
  const accepted = await acceptInvitation(runtime().db, secret, userId)
  return accepted.ok ? { ok: true, value: boardPath(accepted.value.boardId) } : accepted
}

/** Signs this browser out; its open boards close. */
export async function leaveSite(): Promise<void> {
  const { cookie, sessionId } = await signOut(runtime(), (await headers()).get('cookie'))
  if (sessionId !== null) hub().disconnect({ sessionId })
  await setCookie(cookie)
}

/** Remembers an invitation in this browser while its reader signs in at their organisation. */
export const rememberInvitation = (secret: string): Promise<void> =>
  setCookie(invitationCookie(secret, isSecure(runtime().env)))

const boardPath = (boardId: string | null) => (boardId === null ? '/boards' : `/boards/${boardId}`)

async function setCookie({ name, value, options }: CookieToSet): Promise<void> {
  ;(await cookies()).set(name, value, options)
}
