import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { createAdapter } from '#server/auth/adapter.ts'
import { hashPassword } from '#server/auth/password.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { setPasswordHash } from '#server/db/users.ts'
import { setHub } from '#server/hub.ts'
import { leaveSite } from '#server/pages/entrance.ts'
import { savePassword } from '#server/pages/settings.ts'
import { asReader, startPages } from '#server/pages/testkit.ts'
import {
  addBoard,
  addPerson,
  addSessionOf,
  openClient,
  startTestServer,
  type TestPerson,
  type TestServer,
} from '#server/sync/testkit.ts'

/** What the page's request carries; a request of Next does not exist outside it. */
const request = vi.hoisted(() => ({ cookie: '' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ cookie: request.cookie }),
  cookies: async () => ({ set: () => undefined }),
}))

eachDatabase('open boards of who is signed out', ({ db }) => {
  let server: TestServer
  let pages: ReturnType<typeof startPages>
  let anna: TestPerson
  let elsewhere: TestPerson
  let board: string
  beforeEach(async () => {
    server = await startTestServer(db())
    pages = startPages(db())
    setHub(server.live.hub)
    anna = await addPerson(db(), 'Anna')
    elsewhere = await addSessionOf(db(), anna)
    board = await addBoard(db(), anna)
  })
  afterEach(async () => {
    await pages.close()
    await server.close()
  })

  const both = async () => {
    const clients = [openClient(server, anna, board), openClient(server, elsewhere, board)] as const
    await Promise.all(clients.map((client) => client.saved()))
    return clients
  }

  it('close when this browser signs out, and no others', async () => {
    const [here, there] = await both()
    request.cookie = anna.cookie.replace('next-auth', '__Secure-next-auth')
    await leaveSite()
    expect(await here.closed).toBe(closeCodes.signedOut)
    expect(there.socket.readyState).toBe(there.socket.OPEN)
  })

  it('close everywhere else when the password changes', async () => {
    const [here, there] = await both()
    await setPasswordHash(db(), anna.userId, await hashPassword('het oude wachtwoord'), anna.sessionId)
    const me = await asReader(db(), anna)
    // The line above ended the other session in the database alone, as another process would.
    expect(there.socket.readyState).toBe(there.socket.OPEN)
    expect(await savePassword(me, 'niet het oude', 'een heel nieuw wachtwoord')).toMatchObject({ ok: false })
    expect(there.socket.readyState).toBe(there.socket.OPEN)
    expect(await savePassword(me, 'het oude wachtwoord', 'een heel nieuw wachtwoord')).toEqual({
      ok: true,
      value: undefined,
    })
    expect(await there.closed).toBe(closeCodes.signedOut)
    expect(here.socket.readyState).toBe(here.socket.OPEN)
  })

  it('close when single sign-on ends the session', async () => {
    const [here] = await both()
    await createAdapter(db(), { invitation: null, emailVerified: true }).deleteSession(anna.token)
    expect(await here.closed).toBe(closeCodes.signedOut)
  })
})
