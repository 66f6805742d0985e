import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from '#server/start-error.ts'

/** The environment, parsed once. Origins have no trailing slash. */
export type Env = {
  readonly port: number
  readonly host: string
  /** The origin people type; null when it was not given, and then each request's own Host counts. */
  readonly publicUrl: string | null
  /** The origin to put in links and in the line that is printed at start. */
  readonly baseUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  readonly authSecret: string | null
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
  readonly logLevel: string
  readonly metricsToken: string | null
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const withProtocol =
  (...protocols: string[]) =>
  (text: string) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol)
const isOrigin = (text: string) =>
  withProtocol('http:', 'https:')(text) && new URL(text).pathname === '/' && !/[?#]/.test(text)

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65535)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PUBLIC_URL: z.string().refine(isOrigin).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().refine(withProtocol('postgres:', 'postgresql:')).optional(),
  REDIS_URL: z.string().refine(withProtocol('redis:', 'rediss:')).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  OIDC_ISSUER: z.string().refine(withProtocol('http:', 'https:')).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: z.string().refine(withProtocol('smtp:', 'smtps:')).optional(),
  MAIL_FROM: z.string().regex(/@/).optional(),
  LOG_LEVEL: z.enum(levels).default('info'),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/)
    .optional(),
})

type Raw = z.infer<typeof schema>

const expected: Readonly<Record<keyof Raw, string>> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'a host name or IP address, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'an http or https address without a path, such as https://board.example.org',
  DATA_DIR: 'a directory',
  DATABASE_URL: 'a PostgreSQL address: postgres://user:password@host:5432/database',
  REDIS_URL: 'a Redis address: redis://host:6379',
  AUTH_SECRET: 'at least 32 characters',
  OIDC_ISSUER: 'the http or https address of the sign-in provider',
  OIDC_CLIENT_ID: 'set together with OIDC_ISSUER and OIDC_CLIENT_SECRET',
  OIDC_CLIENT_SECRET: 'set together with OIDC_ISSUER and OIDC_CLIENT_ID',
  SMTP_URL: 'a mail server: smtp://user:password@host:587',
  MAIL_FROM: 'an e-mail address',
  LOG_LEVEL: `one of ${levels.join(', ')}`,
  METRICS_TOKEN: 'at least 16 characters without spaces',
}

/** Reads the environment; throws a `StartError` that names the first variable that cannot be used. Empty values count as absent. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0] as keyof Raw
    throw new StartError(`${name} cannot be used: it must be ${expected[name]}.`)
  }
  return toEnv(parsed.data)
}

function toEnv(raw: Raw): Env {
  const publicUrl = raw.PUBLIC_URL ? new URL(raw.PUBLIC_URL).origin : null
  return {
    port: raw.PORT,
    host: raw.HOST,
    publicUrl,
    baseUrl: publicUrl ?? localUrl(raw.HOST, raw.PORT),
    dataDir: resolve(raw.DATA_DIR),
    databaseUrl: raw.DATABASE_URL ?? null,
    redisUrl: raw.REDIS_URL ?? null,
    authSecret: raw.AUTH_SECRET ?? null,
    oidc: toOidc(raw),
    smtpUrl: raw.SMTP_URL ?? null,
    mailFrom: raw.MAIL_FROM ?? null,
    logLevel: raw.LOG_LEVEL,
    metricsToken: raw.METRICS_TOKEN ?? null,
  }
}

function toOidc(raw: Raw): Env['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = raw
  if (!issuer && !clientId && !clientSecret) return null
  if (!issuer || !clientId || !clientSecret) {
    const missing = (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter(
      (name) => !raw[name],
    )
    throw new StartError(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: single sign-on needs all three OIDC variables, or none.`,
    )
  }
  return { issuer: issuer.replace(/\/$/, ''), clientId, clientSecret }
}

/** The address of this machine that a browser on it can open. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
