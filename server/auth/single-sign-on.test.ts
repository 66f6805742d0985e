import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import NextAuth from 'next-auth'
import { Provider } from 'oidc-provider'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { invitationCookieName } from '#server/auth/cookies.ts'
import { authOptions } from '#server/auth/next-auth.ts'
import { requestUser } from '#server/auth/request-user.ts'
import { anyone, testRuntime } from '#server/auth/testkit.ts'
import { createInvitation } from '#server/db/invitations.ts'
import { writeSettings } from '#server/db/settings.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { findUserByEmail, listUsers, setDisabled } from '#server/db/users.ts'
import type { Runtime } from '#server/runtime.ts'

type Claims = { email?: string; email_verified?: boolean; name?: string }

const accounts: Record<string, Claims> = {
  anna: { email: 'Anna@Zorg.nl', email_verified: true, name: 'Anna de Vries' },
  mallory: { email: 'anna@zorg.nl', email_verified: false, name: 'Mallory' },
  nameless: { name: 'Nameless' },
}

let provider: Server
let product: Server
let runtime: Runtime

eachDatabase('single sign-on', ({ db }) => {
  beforeEach(async () => {
    // The provider warns that it is not fit for production, each time.
    vi.spyOn(console, 'warn').mockReturnValue()
    product = await listening(createServer((request, response) => void handle(request, response)))
    provider = await listening(createServer())
    provider.on(
      'request',
      oidcProvider(urlOf(provider), `${urlOf(product)}/api/auth/callback/oidc`).callback(),
    )
    runtime = testRuntime(db(), {
      OIDC_ISSUER: urlOf(provider),
      OIDC_CLIENT_ID: 'bollenboom',
      OIDC_CLIENT_SECRET: 'a secret of the client',
    })
    process.env.NEXTAUTH_URL = urlOf(product)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    delete process.env.NEXTAUTH_URL
    for (const server of [provider, product]) server.close().closeAllConnections()
  })

  it('makes the first who comes administrator, and knows them the next time', async () => {
    const browser = createBrowser()
    expect(await signIn(browser, 'anna')).toBe('/boards')
    const user = await requestUser(runtime, { cookie: browser.cookies(urlOf(product)) })
    expect(user).toMatchObject({
      email: 'anna@zorg.nl',
      name: 'Anna de Vries',
      isAdmin: true,
      sessionId: expect.any(String),
    })
    const again = createBrowser()
    expect(await signIn(again, 'anna')).toBe('/boards')
    expect(await requestUser(runtime, { cookie: again.cookies(urlOf(product)) })).toMatchObject({
      userId: user?.userId,
    })
    expect(await listUsers(db())).toHaveLength(1)
  })

  it('links an account with the same address when the provider has verified it', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl', { passwordHash: 'some' })
    const browser = createBrowser()
    expect(await signIn(browser, 'anna')).toBe('/boards')
    expect(await requestUser(runtime, { cookie: browser.cookies(urlOf(product)) })).toMatchObject({
      userId: anna.id,
    })
  })

  it('keeps who only claims an address away from its account', async () => {
    await anyone(db(), 'anna@zorg.nl')
    const browser = createBrowser()
    expect(await signIn(browser, 'mallory')).toContain('/sign-in?error=AccessDenied')
    expect(await requestUser(runtime, { cookie: browser.cookies(urlOf(product)) })).toBeNull()
  })

  it('refuses a newcomer nobody invited, and an identity without an address', async () => {
    await anyone(db(), 'admin@zorg.nl', { isAdmin: true })
    expect(await signIn(createBrowser(), 'anna')).toContain('/sign-in?error=AccessDenied')
    expect(await signIn(createBrowser(), 'nameless')).toContain('/sign-in?error=AccessDenied')
    expect(await listUsers(db())).toHaveLength(1)
  })

  it('lets a newcomer in whose verified address was invited', async () => {
    const admin = await anyone(db(), 'admin@zorg.nl', { isAdmin: true })
    await createInvitation(db(), { createdBy: admin.id, email: 'anna@zorg.nl' })
    expect(await signIn(createBrowser(), 'anna')).toBe('/boards')
    expect(await findUserByEmail(db(), 'anna@zorg.nl')).toMatchObject({
      isAdmin: false,
      emailVerifiedAt: expect.any(Number),
    })
  })

  it('lets a newcomer in who followed an invitation, once', async () => {
    const admin = await anyone(db(), 'admin@zorg.nl', { isAdmin: true })
    const { secret } = await createInvitation(db(), { createdBy: admin.id })
    const invited = createBrowser({ [urlOf(product)]: { [invitationCookieName]: secret } })
    expect(await signIn(invited, 'mallory')).toBe('/boards')
    const second = createBrowser({ [urlOf(product)]: { [invitationCookieName]: secret } })
    expect(await signIn(second, 'nameless')).toContain('error=AccessDenied')
  })

  it('lets newcomers in when sign-up is open, and nobody whose account is closed', async () => {
    const admin = await anyone(db(), 'admin@zorg.nl', { isAdmin: true })
    await writeSettings(db(), { openSignUp: true }, admin.id)
    expect(await signIn(createBrowser(), 'anna')).toBe('/boards')
    const anna = await findUserByEmail(db(), 'anna@zorg.nl')
    await setDisabled(db(), anna!.id, true)
    expect(await signIn(createBrowser(), 'anna')).toContain('/sign-in?error=AccessDenied')
  })
})

/** The whole code flow as a browser walks it; answers the path on the product where it ends. */
async function signIn(browser: Browser, account: string): Promise<string> {
  const home = urlOf(product)
  const { csrfToken } = (await (await browser.go(`${home}/api/auth/csrf`)).json()) as { csrfToken: string }
  let page = await browser.go(`${home}/api/auth/signin/oidc`, { csrfToken, callbackUrl: `${home}/boards` })
  for (const form of [{ prompt: 'login', login: account, password: 'any' }, { prompt: 'consent' }]) {
    if (new URL(page.url).origin !== home) page = await browser.go(page.url, form)
  }
  return page.url.slice(home.length)
}

type Browser = {
  go: (url: string, form?: Record<string, string>) => Promise<Response & { url: string }>
  cookies: (origin: string) => string
}

/** Follows redirects and keeps cookies by origin. */
function createBrowser(jar: Record<string, Record<string, string>> = {}): Browser {
  const cookies = (origin: string) =>
    Object.entries(jar[origin] ?? {})
      .map((pair) => pair.join('='))
      .join('; ')
  const go: Browser['go'] = async (url, form) => {
    const { origin } = new URL(url)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies(origin) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar[origin] = { ...jar[origin], [pair.slice(0, pair.indexOf('='))]: pair.slice(pair.indexOf('=') + 1) }
    }
    const next = answer.headers.get('location')
    return next ? go(new URL(next, url).href) : answer
  }
  return { go, cookies }
}

function oidcProvider(issuer: string, redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [
      { client_id: 'bollenboom', client_secret: 'a secret of the client', redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    cookies: { keys: ['for tests'] },
  })
}

/** The product's route, without the rest of the product: what Next hands to next-auth, made by hand. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', urlOf(product))
  if (!url.pathname.startsWith('/api/auth/')) return void response.end('a page')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const header = request.headers.cookie ?? ''
  const given = {
    method: request.method,
    headers: request.headers,
    query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split('/').slice(3) },
    cookies: Object.fromEntries(
      header
        .split('; ')
        .map((pair) => [
          pair.slice(0, pair.indexOf('=')),
          decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
        ]),
    ),
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
  }
  const answer = Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (value: unknown) => response.end(JSON.stringify(value)),
    send: (value: unknown) => response.end(typeof value === 'string' ? value : JSON.stringify(value)),
  })
  await NextAuth(given as never, answer as never, authOptions(runtime, header))
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
