import * as Y from 'yjs'
import type { Database } from '#server/db/client.ts'
import { readSnapshots, type Snapshot } from '#server/db/snapshots.ts'
import { readHead, readUpdates, type StoredUpdate } from '#server/db/updates.ts'
import { hasPending } from './gaps.ts'

export type LoadedBoard = {
  readonly doc: Y.Doc
  readonly epoch: number
  /** The number of the last edit in `doc`. */
  readonly lastSeq: number
  readonly aclVersion: number
  /** Rows and bytes after the newest snapshot. */
  readonly tail: { readonly rows: number; readonly bytes: number }
  /** The board could not be read whole: `doc` holds what is certain, nothing may be written over it. */
  readonly degraded: boolean
}

/** A moment in which compaction moved rows between two reads is over by the third. */
const attempts = 3

/**
 * Reads a board from the database; null when it does not exist or is deleted, a rejection when the database fails [DL-02].
 * A damaged newest snapshot is passed over for the one before it.
 */
export async function loadBoard(db: Database, boardId: string): Promise<LoadedBoard | null> {
  let best: LoadedBoard | null = null
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await readHead(db, boardId)
    if (!head) return null
    best = null
    const snapshots = await readSnapshots(db, boardId, head.epoch)
    for (const base of [...snapshots.filter((snapshot) => snapshot.intact), null]) {
      const rows = await readUpdates(db, boardId, head.epoch, base?.uptoSeq ?? 0)
      const { doc, used } = build(base, rows)
      const lastSeq = used.at(-1)?.seq ?? base?.uptoSeq ?? 0
      const tail = { rows: used.length, bytes: used.reduce((sum, row) => sum + row.bytes.byteLength, 0) }
      const degraded = used.length < rows.length || lastSeq < head.headSeq
      const loaded = { doc, epoch: head.epoch, aclVersion: head.aclVersion, lastSeq, tail, degraded }
      if (!degraded) return loaded
      if (!best || lastSeq > best.lastSeq) best = loaded
    }
  }
  return best
}

/** The document of a snapshot and the rows after it, up to the first row that is damaged, out of line or builds on nothing. */
function build(
  base: Snapshot | null,
  rows: readonly StoredUpdate[],
): { doc: Y.Doc; used: readonly StoredUpdate[] } {
  const used = rows.slice(0, usable(base?.uptoSeq ?? 0, rows))
  const whole = replay(base, used)
  if (!hasPending(whole)) return { doc: whole, used }
  const doc = replay(base, [])
  const fit = used.findIndex((row) => {
    Y.applyUpdate(doc, row.bytes)
    return hasPending(doc)
  })
  return { doc: replay(base, used.slice(0, fit)), used: used.slice(0, fit) }
}

function usable(after: number, rows: readonly StoredUpdate[]): number {
  const first = rows.findIndex((row, i) => !row.intact || row.seq !== after + 1 + i)
  return first < 0 ? rows.length : first
}

function replay(base: Snapshot | null, rows: readonly StoredUpdate[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (base) Y.applyUpdate(doc, base.bytes)
    for (const row of rows) Y.applyUpdate(doc, row.bytes)
  })
  return doc
}
