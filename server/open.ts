import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createAttempts } from '#server/auth/attempts.ts'
import { makeDataDir } from '#server/data-dir.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { type Env, readEnv } from '#server/env.ts'
import { createLog } from '#server/log.ts'
import { projectRoot } from '#server/root.ts'
import type { Runtime } from '#server/runtime.ts'
import { authSecret } from '#server/secrets.ts'
import { StartError } from '#server/start-error.ts'

/** The environment of this process, with what a file `.env` beside package.json adds to it. */
export function loadEnv(): Env {
  const file = join(projectRoot(), '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return readEnv(process.env)
}

/** Opens the database and brings its tables up to date; a `StartError` says which database, without its password, and why not. */
export async function openMigrated(env: Env): Promise<Database> {
  if (!env.databaseUrl) makeDataDir(env.dataDir)
  try {
    const db = await openDatabase(env.databaseUrl ? { url: env.databaseUrl } : { dataDir: env.dataDir })
    await migrate(db)
    return db
  } catch (cause) {
    const which = env.databaseUrl
      ? `The database of DATABASE_URL (${withoutPassword(env.databaseUrl)})`
      : `The database in the data directory ${env.dataDir}`
    throw new StartError(`${which} cannot be opened: ${reasonOf(cause)}.`, { cause })
  }
}

/** Everything that routes and commands work with. */
export async function openRuntime(env: Env): Promise<Runtime> {
  return {
    env: { ...env, authSecret: authSecret(env.authSecret, env.dataDir) },
    db: await openMigrated(env),
    log: createLog(env.logLevel),
    attempts: createAttempts(),
  }
}

function withoutPassword(url: string): string {
  const place = new URL(url)
  return `${place.host}${place.pathname}`
}

/** The deepest cause is the one a person can do something about; a refused connection to several addresses has no message of its own. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.cause) return reasonOf(cause.cause)
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0])
  return cause.message.replace(/\s+/g, ' ').replace(/\.$/, '')
}
