import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { count } from 'drizzle-orm'
import type { Database } from '#server/db/client.ts'
import type { Env } from '#server/env.ts'

/** One thing that was looked at. */
export type Finding = { readonly what: string; readonly fine: boolean; readonly says: string }

/** In bytes: below this a disk is full by the end of the day. */
const leastSpace = 500 * 1024 * 1024

/** Looks at everything a server needs; changes nothing. */
export async function examine(env: Env, db: Database): Promise<Finding[]> {
  return [
    { what: 'Node', fine: true, says: process.version },
    examineDirectory(env.dataDir),
    examineSpace(env.dataDir),
    await examineDatabase(db),
    await examineRows(db),
    {
      what: 'Address',
      fine: true,
      says: env.publicUrl ?? `${env.baseUrl} (PUBLIC_URL is not set: for this machine alone)`,
    },
    { what: 'Single sign-on', fine: true, says: env.oidc ? env.oidc.issuer : 'off' },
  ]
}

function examineDirectory(directory: string): Finding {
  const what = 'Data directory'
  try {
    if (existsSync(directory)) accessSync(directory, constants.R_OK | constants.W_OK)
    return { what, fine: true, says: directory }
  } catch {
    return { what, fine: false, says: `${directory} cannot be read and written by this account` }
  }
}

function examineSpace(directory: string): Finding {
  const { bavail, bsize } = statfsSync(existsSync(directory) ? directory : '.')
  const free = bavail * bsize
  return { what: 'Free space', fine: free > leastSpace, says: `${Math.round(free / 1024 ** 2)} MB` }
}

async function examineDatabase({ driver }: Database): Promise<Finding> {
  const what = 'Database'
  if (driver.dialect === 'postgres') {
    const { rows } = await driver.pool.query<{ server_version: string }>('show server_version')
    return { what, fine: true, says: `PostgreSQL ${rows[0]?.server_version ?? ''}` }
  }
  const { rows } = await driver.client.execute('pragma quick_check')
  const result = String(rows[0]?.[0])
  return { what, fine: result === 'ok', says: result === 'ok' ? 'embedded, checked' : `damaged: ${result}` }
}

async function examineRows({ orm, tables }: Database): Promise<Finding> {
  const size = async (name: 'users' | 'boards') =>
    (await orm.select({ n: count() }).from(tables[name]))[0]?.n ?? 0
  return {
    what: 'Content',
    fine: true,
    says: `${await size('users')} accounts, ${await size('boards')} boards`,
  }
}
