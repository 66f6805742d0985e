import { closeCodes } from '#lib/wire/close-codes.ts'
import { limits } from '#lib/wire/limits.ts'
import { isSessionLive } from '#server/db/sessions.ts'
import type { Runtime } from '#server/runtime.ts'
import { boardAccess } from './access.ts'
import type { Connection } from './connection.ts'
import type { Fanout, Scope } from './fanout.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'

/** Looks again whether people may still be where they are: when rights changed, and every five minutes as a floor. */
export type Recheck = {
  /** Resolves when every connection of the room has shown its rights again. */
  readonly room: (room: Room, scope?: Scope) => Promise<void>
  readonly stop: () => void
}

export function createRecheck(
  { db, log }: Pick<Runtime, 'db' | 'log'>,
  rooms: () => Rooms,
  fanout: Fanout,
): Recheck {
  async function one(room: Room, connection: Connection): Promise<void> {
    const { sessionId, person, role } = connection
    if (sessionId !== null && !(await isSessionLive(db, sessionId)))
      return connection.close(closeCodes.signedOut)
    const access = await boardAccess(db, room.boardId, room.epoch, person.userId)
    if ('close' in access) return connection.close(access.close)
    // The next connection is greeted with the new role.
    if (access.role !== role) connection.close(closeCodes.rightsChanged)
  }

  async function inRoom(room: Room, scope: Scope = {}): Promise<void> {
    const asked = room.connections().filter((connection) => fits(connection, scope))
    const outcomes = await Promise.allSettled(asked.map((connection) => one(room, connection)))
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed)
      log.warn(
        { err: failed.reason, boardId: room.boardId },
        'rights could not be looked up; tried again later',
      )
  }

  function everywhere(scope: Scope): void {
    for (const room of rooms().all()) {
      if (scope.boardId === undefined || scope.boardId === room.boardId) void inRoom(room, scope)
    }
  }

  const unsubscribe = fanout.subscribe(everywhere)
  const timer = setInterval(() => everywhere({}), limits.recheckEvery)
  timer.unref()

  return {
    room: inRoom,
    stop() {
      unsubscribe()
      clearInterval(timer)
    },
  }
}

const fits = ({ person, sessionId }: Connection, scope: Scope): boolean =>
  (scope.userId === undefined || scope.userId === person.userId) &&
  (scope.sessionId === undefined || scope.sessionId === sessionId)
