import { crc32 } from 'node:zlib'
import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { can } from '#lib/access/access.ts'
import type { Database, Reader, Transaction } from '#server/db/client.ts'
import type { Statement } from '#server/db/statement.ts'

const { placeholder } = sql

/** The log of a board: every committed edit as one row, numbered 1, 2, 3… in the order of commit. */

/** Who made an edit and on which way it came in. */
export type Author = {
  readonly userId: string | null
  readonly sessionId: string | null
  readonly origin: 'socket' | 'server'
}

export type NewUpdate = { readonly bytes: Uint8Array; readonly author: Author }

export type StoredUpdate = {
  readonly seq: number
  readonly bytes: Uint8Array /** Whether the checksum of the row fits its bytes. */
  readonly intact: boolean
}

export type Batch = {
  readonly boardId: string
  readonly epoch: number
  /** The last number the writer has seen; rows after it come back as `missed`. */
  readonly lastSeq: number
  /** The version of the rights under which the authors were let in. */
  readonly aclVersion: number
  readonly updates: readonly NewUpdate[]
  /** What lists show of the document as it is after this batch. */
  readonly title: string
  readonly nodeCount: number
}

export type Appended = {
  readonly headSeq: number
  readonly aclVersion: number
  /** Rows another writer committed between `lastSeq` and this batch, in order. */
  readonly missed: readonly StoredUpdate[]
}

/**
 * Commits a batch: all rows or none. The update of the board's row comes first and locks it, which puts the writers of a board
 * in one line: numbers have no holes and follow the order of commit [DL-19]. Answers null, and writes nothing, when the board
 * is deleted or has another epoch. Rejects with RightsLost, and writes nothing, when rights changed since `aclVersion` and the
 * author of an edit from a browser may edit no more: nothing of theirs is committed after that change. When the promise rejects
 * with anything else, the outcome is unknown.
 */
export function appendUpdates(
  db: Database,
  batch: Batch,
  now: number = Date.now(),
): Promise<Appended | null> {
  return db.transaction(async (tx) => {
    const head = await raiseHead(tx, batch, now)
    if (!head) return null
    if (head.aclVersion !== batch.aclVersion) await refuseStrangers(tx, batch)
    const first = head.headSeq - batch.updates.length + 1
    const missed =
      first - 1 > batch.lastSeq ? await readUpdates(tx, batch.boardId, batch.epoch, batch.lastSeq) : []
    await tx.run(insertOf(batch.updates.length), toRows(batch, first, now))
    return { ...head, missed }
  })
}

async function raiseHead(tx: Transaction, batch: Batch, now: number) {
  const [head] = await tx.run(raise, {
    boardId: batch.boardId,
    epoch: batch.epoch,
    count: batch.updates.length,
    bytes: batch.updates.reduce((sum, update) => sum + update.bytes.byteLength, 0),
    title: batch.title,
    nodeCount: batch.nodeCount,
    now,
    editor: batch.updates.findLast((update) => update.author.userId !== null)?.author.userId ?? null,
  })
  return head
}

/** The batch holds an edit of someone who may edit this board no more. */
export class RightsLost extends Error {
  override name = 'RightsLost'
}

async function refuseStrangers(tx: Transaction, { boardId, updates }: Batch): Promise<void> {
  const { members } = tx.tables
  const present = await tx.orm
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(eq(members.boardId, boardId))
  const editors = new Set(present.filter(({ role }) => can(role, 'edit')).map(({ userId }) => userId))
  const stranger = updates.find(
    ({ author: { origin, userId } }) => origin === 'socket' && !editors.has(userId ?? ''),
  )
  if (stranger) throw new RightsLost(`a person who may not edit board ${boardId} any more did`)
}

const raise: Statement<{ headSeq: number; aclVersion: number }[]> = {
  name: 'raise-head',
  build: (orm, { boards }) =>
    orm
      .update(boards)
      .set({
        headSeq: sql`${boards.headSeq} + ${placeholder('count')}`,
        sizeBytes: sql`${boards.sizeBytes} + ${placeholder('bytes')}`,
        title: sql`${placeholder('title')}`,
        nodeCount: sql`${placeholder('nodeCount')}`,
        updatedAt: sql`${placeholder('now')}`,
        updatedBy: sql`coalesce(${placeholder('editor')}, ${boards.updatedBy})`,
      })
      .where(
        and(
          eq(boards.id, placeholder('boardId')),
          eq(boards.epoch, placeholder('epoch')),
          isNull(boards.deletedAt),
        ),
      )
      .returning({ headSeq: boards.headSeq, aclVersion: boards.aclVersion }),
}

/** One statement for each number of rows: they all go in one round trip. */
const inserts = new Map<number, Statement<unknown>>()

function insertOf(count: number): Statement<unknown> {
  const known = inserts.get(count)
  if (known) return known
  const made: Statement<unknown> = {
    name: `insert-${count}-updates`,
    build: (orm, { updates }) =>
      orm.insert(updates).values(Array.from({ length: count }, (_, i) => rowOf(i))),
  }
  inserts.set(count, made)
  return made
}

/** Placeholders for row `i` of an insert; what all rows share is named once. */
const rowOf = (i: number) => ({
  boardId: placeholder('boardId'),
  epoch: placeholder('epoch'),
  createdAt: placeholder('now'),
  seq: placeholder(`seq${i}`),
  bytes: placeholder(`bytes${i}`),
  crc32: placeholder(`crc32${i}`),
  actorId: placeholder(`actorId${i}`),
  sessionId: placeholder(`sessionId${i}`),
  origin: placeholder(`origin${i}`),
})

function toRows({ boardId, epoch, updates }: Batch, first: number, now: number): Record<string, unknown> {
  const values: Record<string, unknown> = { boardId, epoch, now }
  for (const [i, { bytes, author }] of updates.entries()) {
    values[`seq${i}`] = first + i
    values[`bytes${i}`] = bytes
    values[`crc32${i}`] = crc32(bytes)
    values[`actorId${i}`] = author.userId
    values[`sessionId${i}`] = author.sessionId
    values[`origin${i}`] = author.origin
  }
  return values
}

/** The rows after `after`, up to and including `upto`, in order. */
export async function readUpdates(
  db: Reader | Transaction,
  boardId: string,
  epoch: number,
  after: number,
  upto: number = Number.MAX_SAFE_INTEGER,
): Promise<StoredUpdate[]> {
  const { updates } = db.tables
  const rows = await db.orm
    .select({ seq: updates.seq, bytes: updates.bytes, crc: updates.crc32 })
    .from(updates)
    .where(
      and(
        eq(updates.boardId, boardId),
        eq(updates.epoch, epoch),
        gt(updates.seq, after),
        lte(updates.seq, upto),
      ),
    )
    .orderBy(asc(updates.seq))
  return rows.map(({ seq, bytes, crc }) => ({ seq, bytes, intact: crc32(bytes) === crc }))
}

/** Where a board's history stands, or null when it does not exist or is deleted. */
export async function readHead(db: Reader, boardId: string) {
  const { boards } = db.tables
  const [head] = await db.orm
    .select({
      epoch: boards.epoch,
      headSeq: boards.headSeq,
      snapSeq: boards.snapSeq,
      aclVersion: boards.aclVersion,
    })
    .from(boards)
    .where(and(eq(boards.id, boardId), isNull(boards.deletedAt)))
  return head ?? null
}
