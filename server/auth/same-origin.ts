import type { IncomingHttpHeaders } from 'node:http'
import { header } from '#server/auth/request-user.ts'

/** Whether a browser request comes from our own pages: its Origin is PUBLIC_URL, or, when that is not set, the Host it was sent to. No Origin is no. */
export function sameOrigin(
  env: { readonly publicUrl: string | null },
  headers: Headers | IncomingHttpHeaders,
): boolean {
  const origin = header(headers, 'origin')
  if (!origin || !URL.canParse(origin)) return false
  if (env.publicUrl) return new URL(origin).origin === env.publicUrl
  return /^https?:$/.test(new URL(origin).protocol) && new URL(origin).host === header(headers, 'host')
}

/** The address that a request came from, for counting attempts: the one that the nearest proxy saw. */
export function clientAddress(headers: Headers | IncomingHttpHeaders): string {
  return header(headers, 'x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
