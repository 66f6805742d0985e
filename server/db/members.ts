import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { BoardRole } from '#lib/access/access.ts'
import { done, type Problem, problem, type Result } from '#lib/result.ts'
import type { Database, Reader, Transaction } from '#server/db/client.ts'

/** Someone on a board. */
export type Member = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: BoardRole
  readonly createdAt: number
}

/** A person's role on a board that is not deleted; null for outsiders. */
export async function findRole(db: Reader, boardId: string, userId: string): Promise<BoardRole | null> {
  const { members: m, boards } = db.tables
  const [row] = await db.orm
    .select({ role: m.role })
    .from(m)
    .innerJoin(boards, eq(boards.id, m.boardId))
    .where(and(eq(m.boardId, boardId), eq(m.userId, userId), isNull(boards.deletedAt)))
  return row?.role ?? null
}

/** Everyone on a board, by name. */
export function listMembers(db: Reader, boardId: string): Promise<Member[]> {
  const { members: m, users } = db.tables
  return db.orm
    .select({ userId: m.userId, name: users.name, email: users.email, role: m.role, createdAt: m.createdAt })
    .from(m)
    .innerJoin(users, eq(users.id, m.userId))
    .where(eq(m.boardId, boardId))
    .orderBy(asc(users.name), asc(users.email))
}

/** Puts someone on a board or changes their role; `member.last-owner` when the board would have no owner. */
export function setMember(
  db: Database,
  member: { boardId: string; userId: string; role: BoardRole },
): Promise<Result> {
  return db.transaction(async (tx) => {
    const m = tx.tables.members
    await raiseAclVersion(tx, member.boardId)
    const refusal = member.role === 'owner' ? null : await refuseLastOwner(tx, member.boardId, member.userId)
    if (refusal) return refusal
    await tx.orm
      .insert(m)
      .values({ ...member, createdAt: Date.now() })
      .onConflictDoUpdate({ target: [m.boardId, m.userId], set: { role: member.role } })
    return done
  })
}

/** Takes someone off a board; `member.last-owner` when it would have no owner, `account.missing` when they were not on it. */
export function removeMember(db: Database, boardId: string, userId: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const m = tx.tables.members
    await raiseAclVersion(tx, boardId)
    const refusal = await refuseLastOwner(tx, boardId, userId)
    if (refusal) return refusal
    const gone = await tx.orm
      .delete(m)
      .where(and(eq(m.boardId, boardId), eq(m.userId, userId)))
      .returning({ userId: m.userId })
    return gone.length > 0 ? done : problem('account.missing')
  })
}

/** Puts someone on a board who may be on it already; a role they have stays. */
export async function addMember(
  tx: Transaction,
  member: { boardId: string; userId: string; role: BoardRole },
): Promise<void> {
  await raiseAclVersion(tx, member.boardId)
  await tx.orm
    .insert(tx.tables.members)
    .values({ ...member, createdAt: Date.now() })
    .onConflictDoNothing()
}

/** Also locks the board's row: changes of rights on one board are made one at a time, and commits of edits see them. */
async function raiseAclVersion(tx: Transaction, boardId: string): Promise<void> {
  const { boards } = tx.tables
  await tx.orm
    .update(boards)
    .set({ aclVersion: sql`${boards.aclVersion} + 1` })
    .where(eq(boards.id, boardId))
}

async function refuseLastOwner(tx: Transaction, boardId: string, userId: string): Promise<Problem | null> {
  const m = tx.tables.members
  const owners = await tx.orm
    .select({ userId: m.userId })
    .from(m)
    .where(and(eq(m.boardId, boardId), eq(m.role, 'owner')))
  return owners.length === 1 && owners[0]?.userId === userId ? problem('member.last-owner') : null
}
