import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { ok, problem, type Result } from '#lib/result.ts'
import type { Database, Transaction } from '#server/db/client.ts'
import { refuseLastAdmin } from '#server/db/users.ts'

/** What an erasure left: boards that now belong to an administrator, because nobody else owned them. */
export type Erased = { readonly boardsHandedOver: number }

/**
 * Removes a person: profile, sessions, tokens, identities, memberships, and their name in every history. What they made stays.
 * `account.missing` for an unknown address; `account.last-administrator` when nobody could run the server afterwards.
 */
export function eraseUser(db: Database, email: string): Promise<Result<Erased>> {
  return db.transaction(async (tx) => {
    const { users } = tx.tables
    const [user] = await tx.orm.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (!user) return problem('account.missing')
    const refusal = await refuseLastAdmin(tx, user.id)
    if (refusal) return refusal
    const boardsHandedOver = await handOverBoards(tx, user.id)
    await forgetAuthor(tx, user.id)
    await tx.orm
      .update(tx.tables.invitations)
      .set({ email: null })
      .where(eq(tx.tables.invitations.email, email))
    // Everything else that is theirs goes with the row, or forgets them (schema.ts: on delete).
    await tx.orm.delete(users).where(eq(users.id, user.id))
    return ok({ boardsHandedOver })
  })
}

async function handOverBoards(tx: Transaction, userId: string): Promise<number> {
  const { members: m, users } = tx.tables
  const [heir] = await tx.orm
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isAdmin, true), isNull(users.disabledAt), ne(users.id, userId)))
    .orderBy(asc(users.createdAt), asc(users.id))
  const owned = await tx.orm
    .select({ boardId: m.boardId })
    .from(m)
    .where(and(eq(m.userId, userId), eq(m.role, 'owner')))
  let handedOver = 0
  for (const { boardId } of owned) {
    const others = await tx.orm
      .select({ userId: m.userId })
      .from(m)
      .where(and(eq(m.boardId, boardId), eq(m.role, 'owner'), ne(m.userId, userId)))
    if (others.length > 0 || !heir) continue
    await tx.orm
      .insert(m)
      .values({ boardId, userId: heir.id, role: 'owner', createdAt: Date.now() })
      .onConflictDoUpdate({ target: [m.boardId, m.userId], set: { role: 'owner' } })
    handedOver++
  }
  return handedOver
}

/** The log and the versions carry no reference that the database could follow. */
async function forgetAuthor(tx: Transaction, userId: string): Promise<void> {
  const { updates, clients, versions } = tx.tables
  await tx.orm.update(updates).set({ actorId: null, sessionId: null }).where(eq(updates.actorId, userId))
  await tx.orm.update(clients).set({ userId: null }).where(eq(clients.userId, userId))
  await tx.orm.update(versions).set({ createdBy: null }).where(eq(versions.createdBy, userId))
  const authored = await tx.orm.select({ id: versions.id, authors: versions.authors }).from(versions)
  for (const { id, authors } of authored) {
    if (authors.includes(userId))
      await tx.orm
        .update(versions)
        .set({ authors: authors.filter((author) => author !== userId) })
        .where(eq(versions.id, id))
  }
}
