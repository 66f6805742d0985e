import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#server/auth/next-auth.ts'
import { runtime } from '#server/runtime.ts'

/** Single sign-on: /api/auth/signin/oidc, its callback, and what they need. */
const handle = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(request, context, authOptions(runtime(), request.headers.get('cookie')))

export { handle as GET, handle as POST }
