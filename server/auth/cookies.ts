/** A cookie for whoever answers the request to set. `maxAge` in seconds. */
export type CookieToSet = {
  readonly name: string
  readonly value: string
  readonly options: {
    readonly httpOnly: true
    readonly sameSite: 'lax'
    readonly path: '/'
    readonly secure: boolean
    readonly maxAge: number
  }
}

/** In seconds: the longest that browsers keep a cookie. How long a session lasts is decided by its row. */
export const cookieLifetime = 400 * 24 * 60 * 60

export const sessionCookieName = (secure: boolean): string =>
  `${secure ? '__Secure-' : ''}next-auth.session-token`

export function sessionCookie(token: string, secure: boolean): CookieToSet {
  return {
    name: sessionCookieName(secure),
    value: token,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: cookieLifetime },
  }
}

/** Setting this one signs the browser out. */
export function noSessionCookie(secure: boolean): CookieToSet {
  const { options, ...cookie } = sessionCookie('', secure)
  return { ...cookie, options: { ...options, maxAge: 0 } }
}

/** The link that brought a newcomer here, kept while they sign in elsewhere. */
export const invitationCookieName = 'bollenboom.invitation'

export function invitationCookie(secret: string, secure: boolean): CookieToSet {
  return {
    name: invitationCookieName,
    value: secret,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 60 * 60 },
  }
}

/** The value of cookie `name` in a Cookie header; null when it is not there or not decodable. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(
        part
          .slice(at + 1)
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      )
    } catch {
      return null
    }
  }
  return null
}
