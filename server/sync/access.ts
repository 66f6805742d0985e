import { and, eq, isNull } from 'drizzle-orm'
import type { BoardRole } from '#lib/access/access.ts'
import { type CloseCode, closeCodes } from '#lib/wire/close-codes.ts'
import type { Database } from '#server/db/client.ts'

/** What someone may do on a live board, or the code their socket is closed with. */
export type Access = { readonly role: BoardRole } | { readonly close: CloseCode }

/**
 * A member's access to a board in a given epoch. A board that never was and someone else's board are closed alike; only a
 * member learns that a board was deleted.
 */
export async function boardAccess(
  db: Database,
  boardId: string,
  epoch: number,
  userId: string,
): Promise<Access> {
  const { boards, members, users } = db.tables
  const [row] = await db.orm
    .select({ role: members.role, epoch: boards.epoch, deletedAt: boards.deletedAt })
    .from(members)
    .innerJoin(boards, eq(boards.id, members.boardId))
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.boardId, boardId), eq(members.userId, userId), isNull(users.disabledAt)))
  if (!row) return { close: closeCodes.noAccess }
  if (row.deletedAt !== null) return { close: closeCodes.boardGone }
  return row.epoch === epoch ? { role: row.role } : { close: closeCodes.otherEpoch }
}
