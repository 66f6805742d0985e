import * as Y from 'yjs'
import { writeEntry } from '#lib/board/edit.ts'
import { readMeta, yMeta, yNodes } from '#lib/board/read.ts'
import { limits as boardLimits } from '#lib/board/schema.ts'
import { readTree } from '#lib/board/store.ts'
import type { Tree } from '#lib/board/tree.ts'
import { ok, problem } from '#lib/result.ts'
import type { Person } from '#lib/wire/presence.ts'
import { createBoard } from '#server/db/boards.ts'
import type { Database } from '#server/db/client.ts'
import { toDocument } from '#server/document.ts'
import type { BoardView, Hub } from '#server/hub.ts'
import type { Runtime } from '#server/runtime.ts'
import { createSyncDoor, type SyncDoor } from './attach.ts'
import { createCompactor } from './compactor.ts'
import { createFanout, type Fanout } from './fanout.ts'
import { loadBoard } from './load.ts'
import { createRecheck } from './recheck.ts'
import type { Room } from './room.ts'
import { createRooms, type Rooms } from './rooms.ts'

/** Everything live of this process. */
export type LiveBoards = {
  readonly upgrade: SyncDoor['upgrade']
  readonly hub: Hub
  readonly rooms: Rooms
  /** Finishes what is being stored, closes every socket with 1001 and takes no new ones. */
  readonly close: () => Promise<void>
}

/** Puts the parts together. `unloadAfter`: how long an empty room stays in memory, in ms. */
export function createLiveBoards(
  runtime: Pick<Runtime, 'env' | 'db' | 'log'>,
  options: { unloadAfter?: number } = {},
): LiveBoards {
  const { db, log } = runtime
  const fanout = createFanout()
  const recheck = createRecheck(runtime, () => rooms, fanout)
  const compactor = createCompactor(db)
  const rooms: Rooms = createRooms({
    db,
    log,
    compactor,
    onRightsChanged: (room) => void recheck.room(room),
    ...options,
  })
  const door = createSyncDoor(runtime, rooms)
  return {
    upgrade: door.upgrade,
    hub: createHub(db, rooms, fanout),
    rooms,
    async close() {
      recheck.stop()
      door.close()
      await rooms.close()
    },
  }
}

const previewsKept = 500

function createHub(db: Database, rooms: Rooms, fanout: Fanout): Hub {
  const previews = new Map<string, { headSeq: number; tree: Promise<Tree | null> }>()

  /** From the room when the board is live, else straight from the database, without making it live. */
  async function view(boardId: string): Promise<BoardView | null> {
    const room = rooms.find(boardId)
    if (room) return viewRoom(room)
    const loaded = await loadBoard(db, boardId)
    return (
      loaded && {
        boardId,
        epoch: loaded.epoch,
        seq: loaded.lastSeq,
        tree: readTree(loaded.doc),
        doc: loaded.doc,
      }
    )
  }

  const hub: Hub = {
    async read(boardId) {
      const found = await view(boardId)
      return found ? ok(found) : problem('board.missing')
    },
    async run(boardId, userId, mutate) {
      const lease = await rooms.hold(boardId)
      if (!lease) return problem('board.missing')
      try {
        if (lease.room.degraded) return problem('board.damaged')
        return await lease.room.edit({ userId, sessionId: null, origin: 'server' }, (doc) =>
          mutate(doc, readTree(doc)),
        )
      } finally {
        lease.release()
      }
    },
    create({ owner, seed }) {
      const doc = toDocument(seed)
      const title = readMeta(yMeta(doc)).title.slice(0, boardLimits.title)
      return createBoard(db, {
        title,
        owner,
        seedUpdate: Y.encodeStateAsUpdate(doc),
        nodeCount: yNodes(doc).size,
      })
    },
    async duplicate(boardId, owner, title) {
      const found = await view(boardId)
      if (!found) return problem('board.missing')
      const copy = toDocument(Y.encodeStateAsUpdate(found.doc))
      writeEntry(yMeta(copy), { title })
      return ok(await hub.create({ owner, seed: Y.encodeStateAsUpdate(copy) }))
    },
    disconnect: fanout.publish,
    whoIsThere: (boardIds) => new Map(boardIds.map((id) => [id, peopleIn(rooms.find(id))])),
    preview(boardId, headSeq) {
      const kept = previews.get(boardId)
      if (kept?.headSeq === headSeq) return kept.tree
      const tree = view(boardId).then((found) => found?.tree ?? null)
      previews.delete(boardId)
      previews.set(boardId, { headSeq, tree })
      tree.catch(() => previews.delete(boardId))
      const oldest = previews.size > previewsKept ? previews.keys().next().value : undefined
      if (oldest !== undefined) previews.delete(oldest)
      return tree
    },
  }
  return hub
}

/** A copy of a live board with what is in it now, handed out when all of that is committed. */
async function viewRoom(room: Room): Promise<BoardView> {
  const doc = toDocument(Y.encodeStateAsUpdate(room.doc))
  await room.settled()
  return { boardId: room.boardId, epoch: room.epoch, seq: room.progress().lastSeq, tree: readTree(doc), doc }
}

function peopleIn(room: Room | null): Person[] {
  const people = new Map((room?.connections() ?? []).map(({ person }) => [person.userId, person]))
  return [...people.values()]
}
