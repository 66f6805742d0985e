import { headers } from 'next/headers'
import { runtime } from '#server/runtime.ts'

/** A path of this site to go on to after signing in; anything that could lead elsewhere becomes the list of boards. */
export function nextPath(wish: string | string[] | undefined): string {
  return typeof wish === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(wish) ? wish : '/boards'
}

/** The origin under which people reach this server: the configured one, else the one this request came to. */
async function siteOrigin(): Promise<string> {
  const { publicUrl, baseUrl } = runtime().env
  if (publicUrl) return publicUrl
  const given = await headers()
  const host = given.get('host')
  return host ? `${given.get('x-forwarded-proto') ?? 'http'}://${host}` : baseUrl
}

/** The address of an invitation, to be sent by the one who made it. */
export const invitationUrl = async (secret: string): Promise<string> =>
  `${await siteOrigin()}/invitation/${secret}`
