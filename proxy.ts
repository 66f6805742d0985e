import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, pageHeaders } from '#server/pages/security-headers.ts'

/** Gives every page its security headers; Next puts the nonce of the policy on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const host = request.headers.get('host') ?? request.nextUrl.host
  const policy = contentSecurityPolicy({ nonce, host, dev: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value)
  return response
}

export const config = {
  // Pages only: files, pictures and the HTTP interface set their own headers. Nor a board file on its way in: Next keeps
  // no more than 10 MB of a body that passes here.
  matcher: [{ source: '/((?!_next/|api/|templates/|icon.svg|robots.txt|boards/new/file$|.*/preview$).*)' }],
}
