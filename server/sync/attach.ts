import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { newId } from '#lib/ids.ts'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { cursorColour } from '#lib/wire/cursor-colour.ts'
import { limits } from '#lib/wire/limits.ts'
import { bearerToken, type RequestUser, requestUser } from '#server/auth/request-user.ts'
import { sameOrigin } from '#server/auth/same-origin.ts'
import type { Runtime } from '#server/runtime.ts'
import { boardAccess } from './access.ts'
import { createConnection } from './connection.ts'
import type { Lease, Rooms } from './rooms.ts'

/** The door of the live boards. */
export type SyncDoor = {
  /** Takes an upgrade request to /sync/…; answers false, touching nothing, when it is for someone else. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  readonly close: () => void
}

/** A board id and its epoch, and nothing that could be read as a path [BI-23]. */
const place = /^\/sync\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9][0-9]{0,8})$/

type Guest = { readonly user: RequestUser; readonly boardId: string; readonly epoch: number }

export function createSyncDoor(
  { env, db, log }: Pick<Runtime, 'env' | 'db' | 'log'>,
  rooms: Rooms,
): SyncDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.frame, perMessageDeflate: false })

  /** Everything slow comes before the upgrade: a client that is let in may speak at once and is heard. */
  async function admit(request: IncomingMessage, boardId: string, epoch: number): Promise<Invited> {
    const user = await requestUser({ env, db }, request.headers)
    if (!user) return { close: closeCodes.signedOut }
    const access = await boardAccess(db, boardId, epoch, user.userId)
    if ('close' in access) return access
    const lease = await rooms.hold(boardId)
    if (!lease) return { close: closeCodes.boardGone }
    if (lease.room.epoch === epoch) return { ...access, lease, guest: { user, boardId, epoch } }
    lease.release()
    return { close: closeCodes.otherEpoch }
  }

  function welcome(socket: WebSocket, invited: Invited): void {
    if ('close' in invited) {
      socket.on('error', () => undefined)
      socket.close(invited.close)
      return
    }
    const { room } = invited.lease
    const { user } = invited.guest
    const person = { userId: user.userId, name: user.name, colour: cursorColour(user.userId) }
    const who = { id: newId(), person, sessionId: user.sessionId, role: invited.role }
    const connection = createConnection(socket, who, {
      onFrame: (frame) => room.receive(connection, frame),
      onClose() {
        room.leave(connection)
        invited.lease.release()
      },
    })
    room.enter(connection)
  }

  return {
    upgrade(request, socket, head) {
      const path = (request.url ?? '').split('?', 1)[0] ?? ''
      if (!path.startsWith('/sync/')) return false
      socket.on('error', () => undefined)
      const [, boardId, epoch] = place.exec(path) ?? []
      if (!boardId) refuse(socket, '404 Not Found')
      else if (bearerToken(request.headers) === null && !sameOrigin(env, request.headers))
        refuse(socket, '403 Forbidden')
      else {
        admit(request, boardId, Number(epoch))
          .catch((err: unknown): Invited => {
            log.error({ err, boardId }, 'a board could not be opened')
            return { close: closeCodes.internal }
          })
          .then((invited) => {
            let opened = false
            if (!socket.destroyed)
              server.handleUpgrade(request, socket, head, (webSocket) => {
                opened = true
                welcome(webSocket, invited)
              })
            if (!opened && 'lease' in invited) invited.lease.release()
          })
      }
      return true
    },
    close: () => server.close(),
  }
}

type Invited =
  | { readonly close: (typeof closeCodes)[keyof typeof closeCodes] }
  | {
      readonly role: Parameters<typeof createConnection>[1]['role']
      readonly lease: Lease
      readonly guest: Guest
    }

/** Only for what no browser page of ours would ask: a browser hears of it as a broken line and tries for ever [BI-22]. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
