import { closeCodes } from '#lib/wire/close-codes.ts'
import { limits } from '#lib/wire/limits.ts'
import type { Database } from '#server/db/client.ts'
import { appendUpdates } from '#server/db/updates.ts'
import type { Logger } from '#server/log.ts'
import type { Compactor } from './compactor.ts'
import { loadBoard } from './load.ts'
import { createRoom, type Room } from './room.ts'

/** A claim on a live board: it stays in memory until the last lease is given back. */
export type Lease = { readonly room: Room; readonly release: () => void }

/** The live boards of this process: at most one room for a board, whoever comes and goes [DL-31]. */
export type Rooms = {
  /** Opens or joins a board; null when it does not exist or is deleted, a rejection when it cannot be read. */
  readonly hold: (boardId: string) => Promise<Lease | null>
  readonly find: (boardId: string) => Room | null
  readonly all: () => readonly Room[]
  /** Lets every room finish its commits, then closes the sockets with 1001. */
  readonly close: () => Promise<void>
}

type Entry = {
  readonly opening: Promise<Room | null>
  room: Room | null
  holders: number
  unload: NodeJS.Timeout | null
}

type Port = {
  readonly db: Database
  readonly log: Pick<Logger, 'error' | 'warn'>
  readonly compactor: Compactor
  readonly onRightsChanged: (room: Room) => void
  /** How long an empty room stays in memory, in ms. */
  readonly unloadAfter?: number
}

export function createRooms({
  db,
  log,
  compactor,
  onRightsChanged,
  unloadAfter = limits.unloadAfter,
}: Port): Rooms {
  const entries = new Map<string, Entry>()

  async function open(boardId: string): Promise<Room | null> {
    const loaded = await loadBoard(db, boardId)
    if (!loaded) return null
    if (loaded.degraded)
      log.error({ boardId, lastSeq: loaded.lastSeq }, 'a board could not be read whole and is read-only')
    return createRoom(boardId, loaded, {
      append: (batch) => appendUpdates(db, batch),
      onCommitted(room) {
        const { tail } = room.progress()
        if (tail.rows > limits.compactRows || tail.bytes > limits.compactBytes) compact(room)
      },
      onRightsChanged,
      onDestroyed(room, cause) {
        if (entries.get(boardId)?.room === room) entries.delete(boardId)
        if (cause)
          log.error({ err: cause, boardId }, 'a live board was closed; browsers keep what was not stored')
      },
    })
  }

  function compact(room: Room): void {
    compactor.compact(room.boardId).then(
      (uptoSeq) => uptoSeq !== null && room.compacted(uptoSeq),
      (err) => log.error({ err, boardId: room.boardId }, 'a board could not be compacted; nothing is lost'),
    )
  }

  function entryOf(boardId: string): Entry {
    const known = entries.get(boardId)
    if (known) return known
    const entry: Entry = { opening: open(boardId), room: null, holders: 0, unload: null }
    entries.set(boardId, entry)
    entry.opening.then(
      (room) => {
        entry.room = room
        if (!room) forget(boardId, entry)
      },
      () => forget(boardId, entry),
    )
    return entry
  }

  function forget(boardId: string, entry: Entry): void {
    if (entries.get(boardId) === entry) entries.delete(boardId)
  }

  async function hold(boardId: string): Promise<Lease | null> {
    const entry = entryOf(boardId)
    entry.holders++
    if (entry.unload) clearTimeout(entry.unload)
    entry.unload = null
    let held = true
    const release = () => {
      if (!held) return
      held = false
      if (--entry.holders === 0) unloadLater(boardId, entry)
    }
    try {
      const room = await entry.opening
      if (room) return { room, release }
    } catch (cause) {
      release()
      throw cause
    }
    release()
    return null
  }

  /** A room goes only when nobody holds it and nothing of it waits for the disk [DL-05]. */
  function unloadLater(boardId: string, entry: Entry): void {
    entry.unload = setTimeout(() => {
      const { room } = entry
      if (!room || entry.holders > 0 || entries.get(boardId) !== entry) return
      if (!room.isIdle()) return unloadLater(boardId, entry)
      if (room.progress().tail.rows > 0 && !room.degraded) compact(room)
      room.destroy(closeCodes.goingAway)
    }, unloadAfter)
    entry.unload.unref()
  }

  const all = () => [...entries.values()].flatMap(({ room }) => room ?? [])

  return {
    hold,
    find: (boardId) => entries.get(boardId)?.room ?? null,
    all,
    async close() {
      await Promise.allSettled([...entries.values()].map((entry) => entry.opening))
      await Promise.allSettled(all().map((room) => room.settled()))
      for (const room of all()) room.destroy(closeCodes.goingAway)
      await compactor.close()
    },
  }
}
