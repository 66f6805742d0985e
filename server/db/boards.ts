import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { BoardRole } from '#lib/access/access.ts'
import { newId } from '#lib/ids.ts'
import { done, problem, type Result } from '#lib/result.ts'
import type { Database, Reader } from '#server/db/client.ts'

const day = 24 * 60 * 60 * 1000

/** How long a deleted board can be brought back, in ms. */
export const deletedBoardsKept = 30 * day

export type BoardRow = Reader['tables']['boards']['$inferSelect']

/** A board as its owner, editor or reader finds it in a list. Times in ms. */
export type ListedBoard = {
  readonly id: string
  readonly title: string
  readonly role: BoardRole
  readonly epoch: number
  readonly headSeq: number
  readonly nodeCount: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly updatedByName: string | null
  readonly archivedAt: number | null
  readonly deletedAt: number | null
}

export type NewBoard = {
  readonly title: string
  readonly owner: string
  /** A Yjs V1 update that makes the whole first document. */
  readonly seedUpdate: Uint8Array
  readonly nodeCount: number
  readonly id?: string
}

/** Stores a board with its owner and first content, all or nothing: nobody ever finds it empty. */
export function createBoard(
  db: Database,
  board: NewBoard,
  now = Date.now(),
): Promise<{ id: string; epoch: number }> {
  const id = board.id ?? newId(now)
  const epoch = 1
  const bytes = board.seedUpdate
  return db.transaction(async (tx) => {
    const t = tx.tables
    await tx.orm.insert(t.boards).values({
      id,
      title: board.title,
      epoch,
      headSeq: 1,
      snapSeq: 1,
      sizeBytes: bytes.byteLength,
      nodeCount: board.nodeCount,
      createdAt: now,
      createdBy: board.owner,
      updatedAt: now,
      updatedBy: board.owner,
    })
    await tx.orm.insert(t.members).values({ boardId: id, userId: board.owner, role: 'owner', createdAt: now })
    await tx.orm.insert(t.updates).values({
      boardId: id,
      epoch,
      seq: 1,
      bytes,
      crc32: crc32(bytes),
      actorId: board.owner,
      origin: 'create',
      createdAt: now,
    })
    const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest())
    await tx.orm
      .insert(t.snapshots)
      .values({ boardId: id, epoch, uptoSeq: 1, bytes, sha256, nodes: board.nodeCount, createdAt: now })
    return { id, epoch }
  })
}

/** A person's boards, last change first: those in use, put away, or in the bin (owners only). */
export function listBoards(
  db: Reader,
  userId: string,
  which: 'active' | 'archived' | 'deleted' = 'active',
): Promise<ListedBoard[]> {
  const { boards: b, members: m, users } = db.tables
  const state = {
    active: and(isNull(b.deletedAt), isNull(b.archivedAt)),
    archived: and(isNull(b.deletedAt), isNotNull(b.archivedAt)),
    deleted: and(isNotNull(b.deletedAt), eq(m.role, 'owner')),
  }[which]
  return db.orm
    .select({
      id: b.id,
      title: b.title,
      role: m.role,
      epoch: b.epoch,
      headSeq: b.headSeq,
      nodeCount: b.nodeCount,
      createdAt: b.createdAt,
      updatedAt: b.updatedAt,
      updatedByName: users.name,
      archivedAt: b.archivedAt,
      deletedAt: b.deletedAt,
    })
    .from(m)
    .innerJoin(b, eq(b.id, m.boardId))
    .leftJoin(users, eq(users.id, b.updatedBy))
    .where(and(eq(m.userId, userId), state))
    .orderBy(desc(b.updatedAt), desc(b.id))
}

/** A board for one of its members, with their role; null when it is deleted, unknown or not theirs: outsiders cannot tell which. */
export async function findBoardFor(
  db: Reader,
  boardId: string,
  userId: string,
): Promise<(BoardRow & { role: BoardRole }) | null> {
  const { boards: b, members: m } = db.tables
  const [row] = await db.orm
    .select({ board: b, role: m.role })
    .from(b)
    .innerJoin(m, eq(m.boardId, b.id))
    .where(and(eq(b.id, boardId), eq(m.userId, userId), isNull(b.deletedAt)))
  return row ? { ...row.board, role: row.role } : null
}

/** A board by id, deleted ones too: for the sync server, which tells apart *gone* and *never was*. */
export async function findBoard(db: Reader, boardId: string): Promise<BoardRow | null> {
  const [row] = await db.orm.select().from(db.tables.boards).where(eq(db.tables.boards.id, boardId))
  return row ?? null
}

/** Puts a board away or takes it back; `board.missing` when it is deleted or unknown. */
export function setArchived(db: Database, boardId: string, archived: boolean): Promise<Result> {
  return updateBoard(db, boardId, { archivedAt: archived ? Date.now() : null }, 'kept')
}

/** Moves a board to the bin, from where it can come back for 30 days. */
export function deleteBoard(db: Database, boardId: string, by: string): Promise<Result> {
  return updateBoard(db, boardId, { deletedAt: Date.now(), deletedBy: by }, 'kept')
}

/** Brings a board back from the bin; only for one of its owners. */
export async function restoreBoard(db: Database, boardId: string, userId: string): Promise<Result> {
  const m = db.tables.members
  const [owner] = await db.orm
    .select({ userId: m.userId })
    .from(m)
    .where(and(eq(m.boardId, boardId), eq(m.userId, userId), eq(m.role, 'owner')))
  return owner
    ? updateBoard(db, boardId, { deletedAt: null, deletedBy: null }, 'deleted')
    : problem('board.missing')
}

/** Removes for good what has been in the bin for 30 days; the number of boards removed. */
export function purgeBoards(db: Database, now = Date.now()): Promise<number> {
  return db.transaction(async (tx) => {
    const b = tx.tables.boards
    const gone = await tx.orm
      .delete(b)
      .where(lt(b.deletedAt, now - deletedBoardsKept))
      .returning({ id: b.id })
    return gone.length
  })
}

function updateBoard(
  db: Database,
  boardId: string,
  changes: Partial<BoardRow>,
  state: 'kept' | 'deleted',
): Promise<Result> {
  return db.transaction(async (tx) => {
    const b = tx.tables.boards
    const inState = state === 'kept' ? isNull(b.deletedAt) : isNotNull(b.deletedAt)
    const changed = await tx.orm
      .update(b)
      .set(changes)
      .where(and(eq(b.id, boardId), inState))
      .returning({ id: b.id })
    return changed.length > 0 ? done : problem('board.missing')
  })
}
