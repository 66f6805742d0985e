import { createHash } from 'node:crypto'
import { and, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import type { Database, Reader } from '#server/db/client.ts'

/** The whole of a board up to an edit, so that opening it does not replay its life. */
export type Snapshot = {
  readonly uptoSeq: number
  readonly bytes: Uint8Array
  /** Whether the checksum of the row fits its bytes. */
  readonly intact: boolean
}

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** The snapshots of a board, newest first: two as a rule, the older one for the day the newer is damaged. */
export async function readSnapshots(db: Reader, boardId: string, epoch: number): Promise<Snapshot[]> {
  const { snapshots } = db.tables
  const rows = await db.orm
    .select({ uptoSeq: snapshots.uptoSeq, bytes: snapshots.bytes, sha256: snapshots.sha256 })
    .from(snapshots)
    .where(and(eq(snapshots.boardId, boardId), eq(snapshots.epoch, epoch)))
    .orderBy(desc(snapshots.uptoSeq))
  return rows.map((row) => ({
    uptoSeq: row.uptoSeq,
    bytes: row.bytes,
    intact: Buffer.compare(sha256(row.bytes), row.sha256) === 0,
  }))
}

export type NewSnapshot = {
  readonly boardId: string
  readonly epoch: number
  readonly uptoSeq: number
  readonly bytes: Uint8Array
  readonly nodes: number
  /** The verified snapshot it was built on; null when it was built from rows alone. */
  readonly builtOn: number | null
}

/**
 * Keeps a verified snapshot and drops what two snapshots make superfluous: rows up to `builtOn`, which the older, verified
 * snapshot holds, and snapshots before that one. Never touches a row appended meanwhile [DL-18] nor the only copy of an edit,
 * however many compactors run and however late one is [DL-17]. Answers false when the board is gone or has another epoch.
 */
export function saveSnapshot(db: Database, made: NewSnapshot, now: number = Date.now()): Promise<boolean> {
  const { boardId, epoch, uptoSeq, bytes, nodes, builtOn } = made
  return db.transaction(async (tx) => {
    const { boards, snapshots, updates } = tx.tables
    const locked = await tx.orm
      .update(boards)
      .set({
        snapSeq: sql`case when ${boards.snapSeq} < ${uptoSeq} then ${uptoSeq} else ${boards.snapSeq} end`,
      })
      .where(and(eq(boards.id, boardId), eq(boards.epoch, epoch)))
      .returning({ id: boards.id })
    if (locked.length === 0) return false
    await tx.orm
      .insert(snapshots)
      .values({ boardId, epoch, uptoSeq, bytes, sha256: sha256(bytes), nodes, createdAt: now })
      .onConflictDoNothing()
    const ofBoard = <T extends typeof updates | typeof snapshots>(table: T) =>
      and(eq(table.boardId, boardId), eq(table.epoch, epoch))
    if (builtOn !== null) {
      await tx.orm.delete(updates).where(and(ofBoard(updates), lte(updates.seq, builtOn)))
      await tx.orm.delete(snapshots).where(and(ofBoard(snapshots), lt(snapshots.uptoSeq, builtOn)))
    }
    const [tail] = await tx.orm
      .select({ bytes: sql<string | number | null>`sum(length(${updates.bytes}))` })
      .from(updates)
      .where(and(ofBoard(updates), gt(updates.seq, uptoSeq)))
    await tx.orm
      .update(boards)
      .set({ sizeBytes: bytes.byteLength + Number(tail?.bytes ?? 0) })
      .where(eq(boards.id, boardId))
    return true
  })
}
