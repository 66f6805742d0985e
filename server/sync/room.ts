import * as Y from 'yjs'
import { readMeta, yMeta, yNodes } from '#lib/board/read.ts'
import { limits as boardLimits } from '#lib/board/schema.ts'
import { type CloseCode, closeCodes } from '#lib/wire/close-codes.ts'
import { limits } from '#lib/wire/limits.ts'
import { type Appended, type Author, type Batch, RightsLost } from '#server/db/updates.ts'
import { type Audience, type Committed, createAudience } from './audience.ts'
import type { Connection } from './connection.ts'
import { hasPending } from './gaps.ts'
import type { LoadedBoard } from './load.ts'
import { createSaver } from './saver.ts'

/** One live board: its document, the people on it, and the only way to write to it. Commit, then broadcast, then acknowledge. */
export type Room = Pick<Audience, 'receive' | 'leave' | 'connections'> & {
  readonly boardId: string
  readonly epoch: number
  /** Could not be read whole: everybody is a viewer. */
  readonly degraded: boolean
  /** The document with everything accepted, committed or not: take `settled()` before showing it to anyone. */
  readonly doc: Y.Doc
  readonly enter: (connection: Connection) => void
  /** An edit made by the server: resolves when it is committed, rejects when it is not or may not be. */
  readonly edit: <T>(author: Author, mutate: (doc: Y.Doc) => T) => Promise<T>
  /** Resolves when everything that is in the document now is committed. */
  readonly settled: () => Promise<void>
  readonly isIdle: () => boolean
  readonly progress: () => Progress
  /** Tells the room that a snapshot reaches up to `uptoSeq` now. */
  readonly compacted: (uptoSeq: number) => void
  /** Ends the room: sockets are closed with `code`; edits not committed are given up here and live on in the browsers. */
  readonly destroy: (code: CloseCode, cause?: unknown) => void
}

/** The number of the last committed edit, and how much lies after the newest snapshot. */
export type Progress = {
  readonly lastSeq: number
  readonly tail: { readonly rows: number; readonly bytes: number }
}

type Port = {
  readonly append: (batch: Batch) => Promise<Appended | null>
  readonly onCommitted: (room: Room) => void
  /** Rights on this board may have changed since its connections were let in. */
  readonly onRightsChanged: (room: Room) => void
  readonly onDestroyed: (room: Room, cause: unknown) => void
}

/** One accepted edit on its way: the canonical bytes Yjs made of it, never the bytes a client sent [BI-05]. */
type Edit = {
  readonly updates: readonly Uint8Array[]
  readonly bytes: number
  readonly author: Author
  readonly from?: { readonly connection: Connection; readonly n: number }
  readonly done?: () => void
}

/** The board was deleted or got another epoch under an open room. */
class HistoryEnded extends Error {
  override name = 'HistoryEnded'
}

/** After `rightsChanged` everybody comes back and shows their rights at the door. */
function codeOf(cause: unknown): CloseCode {
  if (cause instanceof HistoryEnded) return closeCodes.boardGone
  return cause instanceof RightsLost ? closeCodes.rightsChanged : closeCodes.internal
}

export function createRoom(boardId: string, loaded: LoadedBoard, port: Port): Room {
  const { doc, epoch, degraded } = loaded
  const abandoned = new Set<(cause: unknown) => void>()
  const collect = createCollector(doc)
  /** Stored in the batch that is being delivered. */
  const committed: Committed[] = []
  let { lastSeq, aclVersion, tail } = loaded
  let destroyed = false

  const saver = createSaver<Edit>({
    commit,
    deliver({ updates, from, done }) {
      for (const bytes of updates) committed.push({ bytes, author: from?.connection })
      if (from) audience.settle(from.connection, from.n)
      done?.()
    },
    delivered() {
      audience.broadcast(committed.splice(0))
      audience.acknowledge(lastSeq)
      port.onCommitted(room)
    },
    failed: (cause) => destroy(codeOf(cause), cause),
  })

  const audience = createAudience({
    doc,
    edit: editFrom,
    afterwards: saver.afterwards,
    restingAt: () => (saver.isIdle() ? lastSeq : null),
  })

  async function commit(edits: readonly Edit[]): Promise<void> {
    const updates = edits.flatMap((edit) => edit.updates.map((bytes) => ({ bytes, author: edit.author })))
    if (updates.length === 0) return
    const title = readMeta(yMeta(doc)).title.slice(0, boardLimits.title)
    const appended = await port.append({
      boardId,
      epoch,
      lastSeq,
      aclVersion,
      updates,
      title,
      nodeCount: yNodes(doc).size,
    })
    if (!appended) throw new HistoryEnded(`board ${boardId} has no epoch ${epoch} any more`)
    if (destroyed) return
    catchUp(appended)
    lastSeq = appended.headSeq
    tail = {
      rows: tail.rows + updates.length,
      bytes: tail.bytes + sumOfBytes(updates.map(({ bytes }) => bytes)),
    }
    if (appended.aclVersion === aclVersion) return
    aclVersion = appended.aclVersion
    port.onRightsChanged(room)
  }

  /** Takes in what another process committed before us. */
  function catchUp({ missed }: Appended): void {
    for (const row of missed) {
      if (!row.intact) throw new Error(`row ${row.seq} of board ${boardId} is damaged`)
      audience.broadcast(collect(() => Y.applyUpdate(doc, row.bytes)).updates.map((bytes) => ({ bytes })))
    }
    if (hasPending(doc)) throw new Error(`board ${boardId} misses rows before ${lastSeq + missed.length}`)
  }

  function editFrom(connection: Connection, n: number, bytes: Uint8Array | null): void {
    const author: Author = {
      userId: connection.person.userId,
      sessionId: connection.sessionId,
      origin: 'socket',
    }
    if (saver.waiting() > limits.uncommittedBytes) {
      connection.close(closeCodes.overloaded, 'too much is waiting')
      return
    }
    try {
      const { updates } = collect(() => bytes && Y.applyUpdate(doc, bytes))
      if (hasPending(doc)) throw new Error('an edit with a gap came through the gate')
      saver.add({ updates, bytes: sumOfBytes(updates), author, from: { connection, n } })
    } catch (cause) {
      destroy(closeCodes.internal, cause)
    }
  }

  async function edit<T>(author: Author, mutate: (doc: Y.Doc) => T): Promise<T> {
    if (destroyed || degraded) throw new Error(`board ${boardId} cannot be written to`)
    try {
      const { value, updates } = collect(() => doc.transact(() => mutate(doc)))
      await whenCommitted((done) => saver.add({ updates, bytes: sumOfBytes(updates), author, done }))
      return value
    } catch (cause) {
      destroy(closeCodes.internal, cause)
      throw cause
    }
  }

  function whenCommitted(start: (done: () => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (destroyed) return reject(new Error(`board ${boardId} was closed`))
      abandoned.add(reject)
      start(() => {
        abandoned.delete(reject)
        resolve()
      })
    })
  }

  function destroy(code: CloseCode, cause?: unknown): void {
    if (destroyed) return
    destroyed = true
    saver.stop()
    audience.close(code)
    for (const reject of abandoned) reject(cause ?? new Error(`board ${boardId} was closed`))
    abandoned.clear()
    doc.destroy()
    port.onDestroyed(room, cause)
  }

  const room: Room = {
    boardId,
    epoch,
    degraded,
    doc,
    enter: (connection) => audience.enter(connection, { epoch, seq: lastSeq, degraded }),
    receive: audience.receive,
    leave: audience.leave,
    connections: audience.connections,
    edit,
    settled: () => whenCommitted(saver.afterwards),
    isIdle: saver.isIdle,
    progress: () => ({ lastSeq, tail }),
    compacted(uptoSeq) {
      const rows = Math.max(0, lastSeq - uptoSeq)
      tail = { rows, bytes: Math.ceil((tail.bytes * rows) / Math.max(tail.rows, 1)) }
    },
    destroy,
  }
  return room
}

/** Runs a change of a document and hands out the updates that Yjs made of it. */
function createCollector(doc: Y.Doc) {
  let collected: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => {
    collected.push(bytes)
  })
  return <T>(change: () => T): { value: T; updates: readonly Uint8Array[] } => {
    collected = []
    return { value: change(), updates: collected }
  }
}

const sumOfBytes = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, update) => sum + update.byteLength, 0)
