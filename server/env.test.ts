import { describe, expect, it } from 'vitest'
import { readEnv } from '#server/env.ts'
import { StartError } from '#server/start-error.ts'

describe('the environment', () => {
  it('needs nothing', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      baseUrl: 'http://127.0.0.1:3000',
      databaseUrl: null,
      oidc: null,
    })
    expect(env.dataDir).toMatch(/\/data$/)
  })

  it('counts an empty value as absent', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null })
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'board.example.org'],
    ['PUBLIC_URL', 'https://example.org/board'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['AUTH_SECRET', 'short'],
    ['OIDC_ISSUER', 'login'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'board'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', '1234'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(StartError)
    expect(() => readEnv({ [name]: value })).toThrow(
      new RegExp(`^${name} cannot be used: it must be [^\\n]+\\.$`),
    )
  })

  it('wants all of single sign-on or none', () => {
    expect(() => readEnv({ OIDC_ISSUER: 'https://login.example.org' })).toThrow(
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are missing',
    )
    expect(
      readEnv({ OIDC_ISSUER: 'https://login.example.org/', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' })
        .oidc,
    ).toEqual({
      issuer: 'https://login.example.org',
      clientId: 'a',
      clientSecret: 'b',
    })
  })
})
