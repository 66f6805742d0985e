import { createAttempts } from '#server/auth/attempts.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import type { Database } from '#server/db/client.ts'
import { findUser } from '#server/db/users.ts'
import { readEnv } from '#server/env.ts'
import { setHub } from '#server/hub.ts'
import { createLog } from '#server/log.ts'
import { setRuntime } from '#server/runtime.ts'
import { createLiveBoards, type LiveBoards } from '#server/sync/live-boards.ts'
import type { TestPerson } from '#server/sync/testkit.ts'

/** Makes a real database and its live boards those of this process, as main does. */
export function startPages(db: Database): LiveBoards {
  const env = {
    ...readEnv({ PUBLIC_URL: 'https://board.example.org' }),
    authSecret: 'a secret of the tests only, 32 characters',
  }
  const runtime = { env, db, log: createLog('silent'), attempts: createAttempts() }
  const live = createLiveBoards(runtime)
  setRuntime(runtime)
  setHub(live.hub)
  return live
}

/** A person as a page sees them. */
export async function asReader(db: Database, { userId, sessionId }: TestPerson): Promise<RequestUser> {
  const user = await findUser(db, userId)
  if (!user) throw new Error('unknown person')
  return {
    userId,
    name: user.name,
    email: user.email,
    isAdmin: user.isAdmin,
    language: user.language,
    sessionId,
    tokenId: null,
  }
}
