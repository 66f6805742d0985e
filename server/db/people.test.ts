import { describe, expect, it } from 'vitest'
import { anyone } from '#server/auth/testkit.ts'
import { addAccount, findUserByAccount } from '#server/db/accounts.ts'
import {
  addSession,
  endSession,
  findSession,
  isSessionLive,
  keepSession,
  purgeSessions,
  sessionLifetime,
} from '#server/db/sessions.ts'
import { readSettings, writeSettings } from '#server/db/settings.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import {
  createAccessToken,
  findUserByAccessToken,
  listAccessTokens,
  revokeAccessToken,
} from '#server/db/tokens.ts'
import {
  addUser,
  countUsers,
  findPasswordHash,
  findUser,
  findUserByEmail,
  listUsers,
  setAdmin,
  setDisabled,
  setPasswordHash,
  toEmail,
  updateProfile,
} from '#server/db/users.ts'

describe('an e-mail address', () => {
  it('is stored trimmed and in lower case', () =>
    expect(toEmail('  An.Na@Zorg.NL ')).toEqual({ ok: true, value: 'an.na@zorg.nl' }))
  it.each(['', 'anna', 'anna@', '@zorg.nl', 'an na@zorg.nl', `${'a'.repeat(250)}@zorg.nl`])(
    'is refused: %s',
    (text) => expect(toEmail(text)).toMatchObject({ code: 'email.invalid' }),
  )
})

eachDatabase('users', ({ db }) => {
  it('are found by id and address, without their password hash', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl', { passwordHash: '$argon2id$…', language: 'nl' })
    expect(await findUser(db(), anna.id)).toEqual(anna)
    expect(await findUserByEmail(db(), 'anna@zorg.nl')).toEqual(anna)
    expect(anna).toMatchObject({ hasPassword: true, isAdmin: false, language: 'nl' })
    expect(anna).not.toHaveProperty('passwordHash')
    expect(await findPasswordHash(db(), 'anna@zorg.nl')).toBe('$argon2id$…')
    expect(await findPasswordHash(db(), 'nobody@zorg.nl')).toBeNull()
  })

  it('have one account for an address, also when two are made at once', async () => {
    const add = () => db().transaction((tx) => addUser(tx, { email: 'anna@zorg.nl', name: 'Anna' }))
    const results = await Promise.all([add(), add(), add()])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.code === 'account.exists')).toHaveLength(2)
    expect(await countUsers(db())).toBe(1)
  })

  it('change their name and language', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    expect(await updateProfile(db(), anna.id, { name: ' Anna B ', language: 'en' })).toMatchObject({
      ok: true,
    })
    expect(await findUser(db(), anna.id)).toMatchObject({ name: 'Anna B', language: 'en' })
    expect(await updateProfile(db(), anna.id, { name: ' ' })).toMatchObject({ code: 'args.invalid' })
  })

  it('keep one administrator who can sign in', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl', { isAdmin: true })
    const ben = await anyone(db(), 'ben@zorg.nl', { isAdmin: true })
    const outcomes = await Promise.all([setAdmin(db(), anna.id, false), setDisabled(db(), ben.id, true)])
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true])
    expect((await listUsers(db())).filter((user) => user.isAdmin && !user.disabledAt)).toHaveLength(1)
  })

  it('lose their other sessions with a new password, and all when closed', async () => {
    await anyone(db(), 'admin@zorg.nl', { isAdmin: true })
    const anna = await anyone(db(), 'anna@zorg.nl')
    const [one, two] = await Promise.all([1, 2].map(() => db().transaction((tx) => addSession(tx, anna.id))))
    await setPasswordHash(db(), anna.id, 'new', one!.session.id)
    expect(await findSession(db(), one!.token)).not.toBeNull()
    expect(await findSession(db(), two!.token)).toBeNull()
    await setDisabled(db(), anna.id, true)
    expect(await findSession(db(), one!.token)).toBeNull()
    expect(await isSessionLive(db(), one!.session.id)).toBe(false)
  })

  it('are linked to identities elsewhere', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const account = { provider: 'oidc', providerAccountId: 'sub-1' }
    await db().transaction((tx) => addAccount(tx, anna.id, account))
    await db().transaction((tx) => addAccount(tx, anna.id, account))
    expect(await findUserByAccount(db(), account)).toMatchObject({ id: anna.id })
    expect(await findUserByAccount(db(), { ...account, providerAccountId: 'sub-2' })).toBeNull()
  })
})

eachDatabase('sessions', ({ db }) => {
  it('are found by their token until they end', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const { token, session } = await db().transaction((tx) => addSession(tx, anna.id))
    expect(await findSession(db(), token)).toMatchObject({ session, user: { id: anna.id } })
    expect(await findSession(db(), `${token}x`)).toBeNull()
    expect(await findSession(db(), token, session.expiresAt + 1)).toBeNull()
    expect(await isSessionLive(db(), session.id)).toBe(true)
    expect(await endSession(db(), token)).toBe(session.id)
    expect(await endSession(db(), token)).toBeNull()
    expect(await isSessionLive(db(), session.id)).toBe(false)
  })

  it('store no token', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const { token } = await db().transaction((tx) => addSession(tx, anna.id))
    expect(JSON.stringify(await db().orm.select().from(db().tables.sessions))).not.toContain(token)
  })

  it('last longer while they are used', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const { token, session } = await db().transaction((tx) => addSession(tx, anna.id))
    const later = Date.now() + sessionLifetime / 2
    await keepSession(db(), session, later)
    expect((await findSession(db(), token))?.session.expiresAt).toBe(later + sessionLifetime)
    await purgeSessions(db(), later + sessionLifetime)
    expect(await findSession(db(), token)).toBeNull()
  })
})

eachDatabase('settings', ({ db }) => {
  it('have defaults and keep what is set', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    expect(await readSettings(db())).toEqual({ openSignUp: false })
    await writeSettings(db(), { openSignUp: true }, anna.id)
    expect(await readSettings(db())).toEqual({ openSignUp: true })
    await writeSettings(db(), { openSignUp: false }, anna.id)
    expect(await readSettings(db())).toEqual({ openSignUp: false })
  })
})

eachDatabase('access tokens', ({ db }) => {
  it('speak for their person until they are taken back', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const ben = await anyone(db(), 'ben@zorg.nl')
    const { id, secret } = await createAccessToken(db(), { userId: anna.id, name: ' script ' })
    expect(secret).toMatch(/^bb_[\w-]{43}$/)
    expect(await findUserByAccessToken(db(), secret)).toMatchObject({ tokenId: id, user: { id: anna.id } })
    expect(await listAccessTokens(db(), anna.id)).toMatchObject([
      { id, name: 'script', lastUsedAt: expect.any(Number) },
    ])
    expect(await revokeAccessToken(db(), ben.id, id)).toMatchObject({ code: 'token.missing' })
    expect(await revokeAccessToken(db(), anna.id, id)).toMatchObject({ ok: true })
    expect(await findUserByAccessToken(db(), secret)).toBeNull()
  })

  it('end on their date and with the account', async () => {
    await anyone(db(), 'admin@zorg.nl', { isAdmin: true })
    const anna = await anyone(db(), 'anna@zorg.nl')
    const past = await createAccessToken(db(), { userId: anna.id, name: 'past', expiresAt: Date.now() - 1 })
    const valid = await createAccessToken(db(), { userId: anna.id, name: 'valid' })
    expect(await findUserByAccessToken(db(), past.secret)).toBeNull()
    await setDisabled(db(), anna.id, true)
    expect(await findUserByAccessToken(db(), valid.secret)).toBeNull()
  })
})
