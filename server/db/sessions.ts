import { and, eq, gt, lte } from 'drizzle-orm'
import { newId } from '#lib/ids.ts'
import type { Database, Reader, Transaction } from '#server/db/client.ts'
import { hashSecret, newSecret } from '#server/db/secret-token.ts'
import { toUser, type User } from '#server/db/users.ts'

const day = 24 * 60 * 60 * 1000

/** A session ends this long after its last day of use, in ms. */
export const sessionLifetime = 30 * day

/** A signed-in browser. `expiresAt` in ms. */
export type Session = { readonly id: string; readonly userId: string; readonly expiresAt: number }

/** Starts a session; `token` is the cookie's value and is stored nowhere. */
export async function addSession(
  tx: Transaction,
  userId: string,
): Promise<{ token: string; session: Session }> {
  const token = newSecret().secret
  return { token, session: await addSessionWithToken(tx, userId, token) }
}

/** The same for a token that someone else made: 128 random bits at least. */
export async function addSessionWithToken(
  tx: Transaction,
  userId: string,
  token: string,
  now = Date.now(),
): Promise<Session> {
  const session = { id: newId(now), userId, expiresAt: now + sessionLifetime }
  await tx.orm.insert(tx.tables.sessions).values({ ...session, tokenHash: hashSecret(token), createdAt: now })
  return session
}

/** The session of a cookie and its person; null when unknown, expired, or the account is closed. */
export async function findSession(
  db: Reader,
  token: string,
  now = Date.now(),
): Promise<{ session: Session; user: User } | null> {
  const { sessions, users } = db.tables
  const [row] = await db.orm
    .select({ id: sessions.id, userId: sessions.userId, expiresAt: sessions.expiresAt, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, hashSecret(token)), gt(sessions.expiresAt, now)))
  if (!row || row.user.disabledAt !== null) return null
  return { session: { id: row.id, userId: row.userId, expiresAt: row.expiresAt }, user: toUser(row.user) }
}

/** Whether a session still stands: the floor under every open socket. */
export async function isSessionLive(db: Reader, sessionId: string, now = Date.now()): Promise<boolean> {
  const { sessions, users } = db.tables
  const [row] = await db.orm
    .select({ disabledAt: users.disabledAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now)))
  return row !== undefined && row.disabledAt === null
}

/** Moves the end of a session in use forward, writing at most once a day. */
export async function keepSession(db: Database, session: Session, now = Date.now()): Promise<void> {
  if (session.expiresAt - now > sessionLifetime - day) return
  await db.transaction(async (tx) => {
    const { sessions } = tx.tables
    await tx.orm
      .update(sessions)
      .set({ expiresAt: now + sessionLifetime })
      .where(eq(sessions.id, session.id))
  })
}

/** Ends the session of a cookie; its id, or null when there was none. */
export function endSession(db: Database, token: string): Promise<string | null> {
  return db.transaction(async (tx) => {
    const { sessions } = tx.tables
    const [ended] = await tx.orm
      .delete(sessions)
      .where(eq(sessions.tokenHash, hashSecret(token)))
      .returning({ id: sessions.id })
    return ended?.id ?? null
  })
}

/** Forgets sessions that have ended. */
export async function purgeSessions(db: Database, now = Date.now()): Promise<void> {
  await db.transaction((tx) =>
    tx.orm.delete(tx.tables.sessions).where(lte(tx.tables.sessions.expiresAt, now)),
  )
}
