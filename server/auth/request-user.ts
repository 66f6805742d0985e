import type { IncomingHttpHeaders } from 'node:http'
import { readCookie, sessionCookieName } from '#server/auth/cookies.ts'
import { findSession, keepSession } from '#server/db/sessions.ts'
import { findUserByAccessToken } from '#server/db/tokens.ts'
import type { Runtime } from '#server/runtime.ts'

/** Who makes a request. `sessionId` for a browser, `tokenId` for a program; the other is null. */
export type RequestUser = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly isAdmin: boolean
  readonly language: string | null
  readonly sessionId: string | null
  readonly tokenId: string | null
}

/** Who makes this request or upgrade: by bearer token when it carries one, else by session cookie; null for strangers. */
export async function requestUser(
  { env, db }: Pick<Runtime, 'env' | 'db'>,
  headers: Headers | IncomingHttpHeaders,
): Promise<RequestUser | null> {
  const bearer = bearerToken(headers)
  if (bearer !== null) {
    const found = await findUserByAccessToken(db, bearer)
    return found && toRequestUser(found.user, null, found.tokenId)
  }
  const token = readCookie(header(headers, 'cookie'), sessionCookieName(isSecure(env)))
  const found = token ? await findSession(db, token) : null
  if (!found) return null
  await keepSession(db, found.session)
  return toRequestUser(found.user, found.session.id, null)
}

/** The token of `Authorization: Bearer …`; null when the header is something else. */
export function bearerToken(headers: Headers | IncomingHttpHeaders): string | null {
  return /^Bearer +(\S+)$/i.exec(header(headers, 'authorization') ?? '')?.[1] ?? null
}

/** Whether people reach this server over https, so that cookies must never travel without. */
export const isSecure = (env: { readonly publicUrl: string | null }): boolean =>
  env.publicUrl?.startsWith('https:') ?? false

/** One header of a Fetch or a Node request; null when absent. */
export function header(headers: Headers | IncomingHttpHeaders, name: string): string | null {
  if (headers instanceof Headers || typeof headers.get === 'function') return (headers as Headers).get(name)
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function toRequestUser(
  user: { id: string; name: string; email: string; isAdmin: boolean; language: string | null },
  sessionId: string | null,
  tokenId: string | null,
): RequestUser {
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    isAdmin: user.isAdmin,
    language: user.language,
    sessionId,
    tokenId,
  }
}
