import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import { newId } from '#lib/ids.ts'
import { done, problem, type Result } from '#lib/result.ts'
import type { Database, Reader } from '#server/db/client.ts'
import { hashSecret, newSecret } from '#server/db/secret-token.ts'
import { toUser, type User } from '#server/db/users.ts'

/** A personal access token as its owner sees it again: never the secret. Times in ms. */
export type AccessToken = {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly expiresAt: number | null
}

/** Makes a token; `secret` is shown once and stored nowhere. */
export function createAccessToken(
  db: Database,
  token: { userId: string; name: string; expiresAt?: number | null },
): Promise<{ id: string; secret: string }> {
  return db.transaction(async (tx) => {
    const { secret, hash } = newSecret('bb_')
    const id = newId()
    await tx.orm.insert(tx.tables.accessTokens).values({
      id,
      userId: token.userId,
      name: token.name.trim(),
      tokenHash: hash,
      createdAt: Date.now(),
      expiresAt: token.expiresAt ?? null,
    })
    return { id, secret }
  })
}

/** A person's tokens, newest first. */
export function listAccessTokens(db: Reader, userId: string): Promise<AccessToken[]> {
  const t = db.tables.accessTokens
  return db.orm
    .select({
      id: t.id,
      name: t.name,
      createdAt: t.createdAt,
      lastUsedAt: t.lastUsedAt,
      expiresAt: t.expiresAt,
    })
    .from(t)
    .where(eq(t.userId, userId))
    .orderBy(desc(t.createdAt), desc(t.id))
}

/** Takes back one of a person's own tokens. */
export function revokeAccessToken(db: Database, userId: string, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const t = tx.tables.accessTokens
    const gone = await tx.orm
      .delete(t)
      .where(and(eq(t.id, id), eq(t.userId, userId)))
      .returning({ id: t.id })
    return gone.length > 0 ? done : problem('token.missing')
  })
}

const hour = 60 * 60 * 1000

/** The person a token speaks for; null when unknown, expired or the account is closed. Notes the use, at most once an hour. */
export async function findUserByAccessToken(
  db: Database,
  secret: string,
  now = Date.now(),
): Promise<{ tokenId: string; user: User } | null> {
  const { accessTokens: t, users } = db.tables
  const [row] = await db.orm
    .select({ id: t.id, lastUsedAt: t.lastUsedAt, user: users })
    .from(t)
    .innerJoin(users, eq(users.id, t.userId))
    .where(and(eq(t.tokenHash, hashSecret(secret)), or(isNull(t.expiresAt), gt(t.expiresAt, now))))
  if (!row || row.user.disabledAt !== null) return null
  if (now - (row.lastUsedAt ?? 0) > hour)
    await db.transaction((tx) => tx.orm.update(t).set({ lastUsedAt: now }).where(eq(t.id, row.id)))
  return { tokenId: row.id, user: toUser(row.user) }
}
