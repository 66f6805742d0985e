import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { BoardRole } from '#lib/access/access.ts'
import { newId } from '#lib/ids.ts'
import { done, ok, problem, type Result } from '#lib/result.ts'
import type { Database, Reader, Transaction } from '#server/db/client.ts'
import { addMember } from '#server/db/members.ts'
import { hashSecret, newSecret } from '#server/db/secret-token.ts'

const lifetime = 7 * 24 * 60 * 60 * 1000

/** An invitation that can still be used. Times in ms. */
export type Invitation = {
  readonly id: string
  readonly email: string | null
  readonly boardId: string | null
  readonly boardRole: BoardRole | null
  readonly createdBy: string | null
  readonly createdAt: number
  readonly expiresAt: number
}

export type NewInvitation = {
  createdBy: string
  email?: string | null
  board?: { id: string; role: BoardRole }
}

/** Makes a link for one use within seven days; `secret` is the last part of its path and stored nowhere. */
export function createInvitation(
  db: Database,
  invitation: NewInvitation,
  now = Date.now(),
): Promise<{ id: string; secret: string; expiresAt: number }> {
  return db.transaction(async (tx) => {
    const { secret, hash } = newSecret()
    const row = {
      id: newId(now),
      tokenHash: hash,
      email: invitation.email ?? null,
      boardId: invitation.board?.id ?? null,
      boardRole: invitation.board?.role ?? null,
      createdBy: invitation.createdBy,
      createdAt: now,
      expiresAt: now + lifetime,
    }
    await tx.orm.insert(tx.tables.invitations).values(row)
    return { id: row.id, secret, expiresAt: row.expiresAt }
  })
}

/** Invitations that can still be used, newest first: those of one board, or all for the administrator. */
export function listInvitations(
  db: Reader,
  of: { boardId: string } | 'all',
  now = Date.now(),
): Promise<Invitation[]> {
  const i = db.tables.invitations
  const whose = of === 'all' ? undefined : eq(i.boardId, of.boardId)
  return db.orm
    .select(invitationColumns(db))
    .from(i)
    .where(and(whose, usable(db, now)))
    .orderBy(desc(i.createdAt), desc(i.id))
}

/** What a link opens, for the page that greets its reader; null when it is unknown, used, revoked or too old. */
export async function findInvitation(
  db: Reader,
  secret: string,
  now = Date.now(),
): Promise<(Invitation & { boardTitle: string | null; inviter: string | null }) | null> {
  const { invitations: i, boards, users } = db.tables
  const [row] = await db.orm
    .select({ ...invitationColumns(db), boardTitle: boards.title, inviter: users.name })
    .from(i)
    .leftJoin(boards, eq(boards.id, i.boardId))
    .leftJoin(users, eq(users.id, i.createdBy))
    .where(and(eq(i.tokenHash, hashSecret(secret)), usable(db, now)))
  return row ?? null
}

/** The newest usable invitation made out to `email` (as `toEmail` gives it), as its hash; null when there is none. */
export async function findInvitationHashFor(
  db: Reader,
  email: string,
  now = Date.now(),
): Promise<string | null> {
  const i = db.tables.invitations
  const [row] = await db.orm
    .select({ hash: i.tokenHash })
    .from(i)
    .where(and(eq(i.email, email), usable(db, now)))
    .orderBy(desc(i.createdAt), desc(i.id))
    .limit(1)
  return row?.hash ?? null
}

/** Uses a link up for `userId`, who becomes member of its board, if it has one; `invitation.invalid` when another was first or it has ended. */
export async function redeemInvitation(
  tx: Transaction,
  link: { secret: string } | { hash: string },
  userId: string,
  now = Date.now(),
): Promise<Result<{ boardId: string | null }>> {
  const i = tx.tables.invitations
  const tokenHash = 'hash' in link ? link.hash : hashSecret(link.secret)
  const [used] = await tx.orm
    .update(i)
    .set({ usedAt: now, usedBy: userId })
    .where(and(eq(i.tokenHash, tokenHash), usable(tx, now)))
    .returning({ boardId: i.boardId, boardRole: i.boardRole })
  if (!used) return problem('invitation.invalid')
  if (used.boardId && used.boardRole)
    await addMember(tx, { boardId: used.boardId, userId, role: used.boardRole })
  return ok({ boardId: used.boardId })
}

/** The same for someone who has an account already. */
export function acceptInvitation(
  db: Database,
  secret: string,
  userId: string,
): Promise<Result<{ boardId: string | null }>> {
  return db.transaction((tx) => redeemInvitation(tx, { secret }, userId))
}

/** Takes an unused invitation back. */
export function revokeInvitation(db: Database, id: string, now = Date.now()): Promise<Result> {
  return db.transaction(async (tx) => {
    const i = tx.tables.invitations
    const revoked = await tx.orm
      .update(i)
      .set({ revokedAt: now })
      .where(and(eq(i.id, id), usable(tx, now)))
      .returning({ id: i.id })
    return revoked.length > 0 ? done : problem('invitation.invalid')
  })
}

function usable({ tables: { invitations: i } }: Reader, now: number) {
  return and(isNull(i.usedAt), isNull(i.revokedAt), gt(i.expiresAt, now))
}

function invitationColumns({ tables: { invitations: i } }: Reader) {
  return {
    id: i.id,
    email: i.email,
    boardId: i.boardId,
    boardRole: i.boardRole,
    createdBy: i.createdBy,
    createdAt: i.createdAt,
    expiresAt: i.expiresAt,
  }
}
