import { createAttempts } from '#server/auth/attempts.ts'
import type { Database } from '#server/db/client.ts'
import { addUser, type NewUser, type User } from '#server/db/users.ts'
import { readEnv } from '#server/env.ts'
import { createLog } from '#server/log.ts'
import type { Runtime } from '#server/runtime.ts'

/** A runtime over `db` with the given environment, for tests. */
export function testRuntime(db: Database, env: Readonly<Record<string, string>> = {}): Runtime {
  const parsed = readEnv(env)
  return {
    env: { ...parsed, authSecret: 'a secret for tests only, 32 letters' },
    db,
    log: createLog('silent'),
    attempts: createAttempts(),
  }
}

/** Adds an account; `name` is the part of the address before the @. */
export async function anyone(db: Database, email: string, more: Partial<NewUser> = {}): Promise<User> {
  const added = await db.transaction((tx) =>
    addUser(tx, { email, name: email.split('@')[0] ?? email, ...more }),
  )
  if (!added.ok) throw new Error(added.code)
  return added.value
}
