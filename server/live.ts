import type { Runtime } from '#server/runtime.ts'
import { createSyncDoor, type SyncDoor } from '#server/sync/attach.ts'
import { createCompactor } from '#server/sync/compactor.ts'
import { createFanout } from '#server/sync/fanout.ts'
import { createRooms } from '#server/sync/rooms.ts'

/** The live boards of this process. */
export type Live = { readonly upgrade: SyncDoor['upgrade']; readonly close: () => Promise<void> }

/** Opens the door to the live boards; `close` finishes what is being saved, then closes every socket. */
export function startLive({ env, db, log }: Pick<Runtime, 'env' | 'db' | 'log'>): Live {
  const fanout = createFanout()
  const rooms = createRooms({
    db,
    log,
    compactor: createCompactor(db),
    onRightsChanged: ({ boardId }) => fanout.publish({ boardId }),
  })
  const door = createSyncDoor({ env, db, log }, rooms)
  return {
    upgrade: door.upgrade,
    close: async () => {
      await rooms.close()
      door.close()
    },
  }
}
