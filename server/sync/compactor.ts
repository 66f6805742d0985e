import type { Database } from '#server/db/client.ts'
import { readSnapshots, saveSnapshot } from '#server/db/snapshots.ts'
import { readHead, readUpdates, type StoredUpdate } from '#server/db/updates.ts'
import { runWorker } from '#server/worker.ts'
import type { CompactJob, CompactResult } from './compact-work.ts'

/** Turns the long tail of a board's log into a snapshot, one board at a time. */
export type Compactor = {
  /** Answers up to which edit the newest snapshot reaches now, null when there was nothing to do; rejects without harm when it cannot. */
  readonly compact: (boardId: string) => Promise<number | null>
  /** Waits for the work that runs and takes none any more. */
  readonly close: () => Promise<void>
}

/** After a failure a board is left alone for this long, in ms. */
const pause = 60_000

export function createCompactor(
  db: Database,
  work: (job: CompactJob) => Promise<CompactResult> = inThread,
): Compactor {
  const running = new Map<string, Promise<number | null>>()
  const failedAt = new Map<string, number>()
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  function start(boardId: string): Promise<number | null> {
    const job = last.then(() => (closed ? null : compactBoard(db, boardId, work)))
    const tracked = job.finally(() => running.delete(boardId))
    running.set(boardId, tracked)
    last = tracked.catch(() => failedAt.set(boardId, performance.now()))
    return tracked
  }

  return {
    compact(boardId) {
      const failed = failedAt.get(boardId)
      if (failed !== undefined && performance.now() - failed < pause) return Promise.resolve(null)
      return running.get(boardId) ?? start(boardId)
    },
    async close() {
      closed = true
      await last
    },
  }
}

/**
 * Reads a verified snapshot and the rows after it from the database, never from memory, and stores what they make together.
 * See `saveSnapshot` for why nothing can be lost.
 */
export async function compactBoard(
  db: Database,
  boardId: string,
  work: (job: CompactJob) => Promise<CompactResult> = inThread,
): Promise<number | null> {
  const head = await readHead(db, boardId)
  if (!head) return null
  const snapshots = await readSnapshots(db, boardId, head.epoch)
  const base = snapshots.find((snapshot) => snapshot.intact) ?? null
  const after = base?.uptoSeq ?? 0
  const rows = await readUpdates(db, boardId, head.epoch, after)
  const uptoSeq = rows.at(-1)?.seq
  if (uptoSeq === undefined) return null
  mustBeWhole(after, rows)
  const { bytes, nodes } = await work({ base: base?.bytes ?? null, rows: rows.map((row) => row.bytes) })
  const saved = await saveSnapshot(db, {
    boardId,
    epoch: head.epoch,
    uptoSeq,
    bytes,
    nodes,
    builtOn: base?.uptoSeq ?? null,
  })
  return saved ? uptoSeq : null
}

function mustBeWhole(after: number, rows: readonly StoredUpdate[]): void {
  rows.forEach((row, i) => {
    if (!row.intact || row.seq !== after + 1 + i)
      throw new Error(`row ${after + 1 + i} is missing or damaged`)
  })
}

const inThread = (job: CompactJob): Promise<CompactResult> => runWorker('server/sync/compact-worker.ts', job)
