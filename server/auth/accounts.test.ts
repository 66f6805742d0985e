import { expect, it } from 'vitest'
import { readCookie } from '#server/auth/cookies.ts'
import { requestUser } from '#server/auth/request-user.ts'
import { sameOrigin } from '#server/auth/same-origin.ts'
import { changePassword, signInWithPassword, signOut } from '#server/auth/sign-in.ts'
import { createFirstAccount, maySignUp, needsFirstAccount, signUp } from '#server/auth/sign-up.ts'
import { anyone, testRuntime } from '#server/auth/testkit.ts'
import { createInvitation } from '#server/db/invitations.ts'
import { writeSettings } from '#server/db/settings.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { createAccessToken } from '#server/db/tokens.ts'
import { countUsers, listUsers, setDisabled } from '#server/db/users.ts'

const anna = { email: 'Anna@Zorg.nl', name: 'Anna', password: 'een lang wachtwoord' }
const ip = '192.0.2.1'

eachDatabase('accounts', ({ db }) => {
  const first = async () => {
    const runtime = testRuntime(db())
    const made = await createFirstAccount(runtime, anna)
    if (!made.ok) throw new Error(made.code)
    return { runtime, ...made.value, header: `a=b; ${made.value.cookie.name}=${made.value.cookie.value}` }
  }

  it('the first is administrator and signed in', async () => {
    expect(await needsFirstAccount(db())).toBe(true)
    const { runtime, header, userId, cookie } = await first()
    expect(cookie).toMatchObject({
      name: 'next-auth.session-token',
      options: { httpOnly: true, sameSite: 'lax', secure: false },
    })
    expect(await requestUser(runtime, { cookie: header })).toMatchObject({
      userId,
      name: 'Anna',
      email: 'anna@zorg.nl',
      isAdmin: true,
      sessionId: expect.any(String),
      tokenId: null,
    })
    expect(await createFirstAccount(runtime, { ...anna, email: 'ben@zorg.nl' })).toMatchObject({
      code: 'sign-up.closed',
    })
  })

  it('of two first accounts at once one is made', async () => {
    const runtime = testRuntime(db())
    const made = await Promise.all(
      ['a@zorg.nl', 'b@zorg.nl', 'c@zorg.nl'].map((email) => createFirstAccount(runtime, { ...anna, email })),
    )
    expect(made.filter((result) => result.ok)).toHaveLength(1)
    expect(await listUsers(db())).toMatchObject([{ isAdmin: true }])
  })

  it('refuse a bad address, an empty name and a short password', async () => {
    const runtime = testRuntime(db())
    expect(await createFirstAccount(runtime, { ...anna, email: 'anna' })).toMatchObject({
      code: 'email.invalid',
    })
    expect(await createFirstAccount(runtime, { ...anna, name: ' ' })).toMatchObject({ code: 'args.invalid' })
    expect(await createFirstAccount(runtime, { ...anna, password: '123456789' })).toMatchObject({
      code: 'account.password-short',
      detail: { min: 10 },
    })
    expect(await countUsers(db())).toBe(0)
  })

  it('sign in with their password, and out', async () => {
    const { runtime } = await first()
    const signedIn = await signInWithPassword(runtime, {
      email: ' anna@zorg.NL',
      password: anna.password,
      ip,
    })
    if (!signedIn.ok) throw new Error(signedIn.code)
    const cookie = `next-auth.session-token=${signedIn.value.cookie.value}`
    expect(await requestUser(runtime, new Headers({ cookie }))).toMatchObject({ name: 'Anna' })
    const out = await signOut(runtime, cookie)
    expect(out).toMatchObject({
      sessionId: expect.any(String),
      cookie: { value: '', options: { maxAge: 0 } },
    })
    expect(await requestUser(runtime, new Headers({ cookie }))).toBeNull()
  })

  it('tell a wrong password and an unknown address apart by nothing', async () => {
    const { runtime } = await first()
    expect(await signInWithPassword(runtime, { email: 'anna@zorg.nl', password: 'wrong', ip })).toEqual({
      ok: false,
      code: 'account.password-wrong',
    })
    expect(await signInWithPassword(runtime, { email: 'nobody@zorg.nl', password: 'wrong', ip })).toEqual({
      ok: false,
      code: 'account.password-wrong',
    })
  })

  it('are guarded against guessing', async () => {
    const { runtime } = await first()
    for (let i = 0; i < 10; i++)
      await signInWithPassword(runtime, { email: 'anna@zorg.nl', password: 'wrong', ip })
    const right = { email: 'anna@zorg.nl', password: anna.password }
    expect(await signInWithPassword(runtime, { ...right, ip })).toMatchObject({
      code: 'attempts.too-many',
      detail: { minutes: 15 },
    })
    expect(await signInWithPassword(runtime, { ...right, ip: '192.0.2.2' })).toMatchObject({ ok: true })
  })

  it('say that they are closed only to who knows the password', async () => {
    const { runtime, userId } = await first()
    await anyone(db(), 'other@zorg.nl', { isAdmin: true })
    await setDisabled(db(), userId, true)
    expect(await signInWithPassword(runtime, { email: 'anna@zorg.nl', password: 'wrong', ip })).toMatchObject(
      { code: 'account.password-wrong' },
    )
    expect(
      await signInWithPassword(runtime, { email: 'anna@zorg.nl', password: anna.password, ip }),
    ).toMatchObject({ code: 'account.closed' })
  })

  it('are made by invitation, once', async () => {
    const { runtime, userId } = await first()
    const ben = { email: 'ben@zorg.nl', name: 'Ben', password: 'nog een wachtwoord' }
    expect(await signUp(runtime, { ...ben, invitation: null })).toMatchObject({ code: 'sign-up.closed' })
    const { secret } = await createInvitation(db(), { createdBy: userId })
    expect(await maySignUp(db(), secret)).toBe(true)
    const both = await Promise.all([
      signUp(runtime, { ...ben, invitation: secret }),
      signUp(runtime, { ...ben, email: 'eva@zorg.nl', invitation: secret }),
    ])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.find((result) => !result.ok)).toMatchObject({ code: 'invitation.invalid' })
    expect(await countUsers(db())).toBe(2)
    expect(await maySignUp(db(), secret)).toBe(false)
  })

  it('are made freely when sign-up is open', async () => {
    const { runtime, userId } = await first()
    await writeSettings(db(), { openSignUp: true }, userId)
    expect(
      await signUp(runtime, {
        email: 'ben@zorg.nl',
        name: 'Ben',
        password: 'nog een wachtwoord',
        invitation: null,
      }),
    ).toMatchObject({ ok: true, value: { boardId: null } })
    expect(await signUp(runtime, { ...anna, invitation: null })).toMatchObject({ code: 'account.exists' })
  })

  it('change their password, which ends their other sessions', async () => {
    const { runtime, userId, header } = await first()
    const other = await signInWithPassword(runtime, { email: anna.email, password: anna.password, ip })
    const { sessionId } = (await requestUser(runtime, { cookie: header }))!
    const change = { userId, sessionId, next: 'iets heel anders', ip }
    expect(await changePassword(runtime, { ...change, current: 'wrong' })).toMatchObject({
      code: 'account.password-wrong',
    })
    expect(await changePassword(runtime, { ...change, current: anna.password })).toMatchObject({ ok: true })
    expect(await requestUser(runtime, { cookie: header })).not.toBeNull()
    expect(
      other.ok &&
        (await requestUser(runtime, { cookie: `next-auth.session-token=${other.value.cookie.value}` })),
    ).toBeNull()
    expect(
      await signInWithPassword(runtime, { email: anna.email, password: 'iets heel anders', ip }),
    ).toMatchObject({ ok: true })
  })

  it('are recognised by bearer token before the cookie', async () => {
    const { runtime, userId, header } = await first()
    const { id, secret } = await createAccessToken(db(), { userId, name: 'script' })
    expect(await requestUser(runtime, { authorization: `Bearer ${secret}` })).toMatchObject({
      userId,
      sessionId: null,
      tokenId: id,
    })
    expect(await requestUser(runtime, { authorization: 'Bearer bb_wrong', cookie: header })).toBeNull()
    expect(await requestUser(runtime, {})).toBeNull()
  })
})

it('reads one cookie out of many', () => {
  expect(readCookie('a=1; session="x%3Dy"; b=2', 'session')).toBe('x=y')
  expect(readCookie('asession=1', 'session')).toBeNull()
  expect(readCookie('session=%E0%A4%A', 'session')).toBeNull()
  expect(readCookie(null, 'session')).toBeNull()
})

it('knows its own pages by their Origin', () => {
  const local = { publicUrl: null }
  const behindProxy = { publicUrl: 'https://board.example.org' }
  expect(sameOrigin(local, { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(true)
  expect(sameOrigin(local, { origin: 'http://evil.example', host: '127.0.0.1:3000' })).toBe(false)
  expect(sameOrigin(local, { host: '127.0.0.1:3000' })).toBe(false)
  expect(sameOrigin(local, { origin: 'null', host: 'null' })).toBe(false)
  expect(sameOrigin(behindProxy, { origin: 'https://board.example.org', host: 'inside:3000' })).toBe(true)
  expect(sameOrigin(behindProxy, { origin: 'http://inside:3000', host: 'inside:3000' })).toBe(false)
})
