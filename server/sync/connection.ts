import type { RawData, WebSocket } from 'ws'
import type { BoardRole } from '#lib/access/access.ts'
import { type CloseCode, closeCodes } from '#lib/wire/close-codes.ts'
import { encodeControl } from '#lib/wire/control.ts'
import { limits } from '#lib/wire/limits.ts'
import type { Person } from '#lib/wire/presence.ts'
import { type Frame, readFrame } from './protocol.ts'

/** One socket of one open page. */
export type Connection = {
  readonly id: string
  readonly person: Person
  readonly sessionId: string | null
  readonly role: BoardRole
  readonly send: (frame: Uint8Array) => void
  /** Sends what a slow reader may miss. */
  readonly sendPresence: (frame: Uint8Array) => void
  /** Says goodbye; nothing is read or sent afterwards. */
  readonly close: (code: CloseCode, reason?: string) => void
  readonly isOpen: () => boolean
}

type Who = Pick<Connection, 'id' | 'person' | 'sessionId' | 'role'>
type Handlers = { readonly onFrame: (frame: Frame) => void; readonly onClose: () => void }

const keepalive = encodeControl({ type: 'keepalive' })

/** Wraps a socket: whole frames in, whole frames out, kept alive, cut when it is broken, dead or too slow. Faults end this socket, never the process. */
export function createConnection(socket: WebSocket, who: Who, { onFrame, onClose }: Handlers): Connection {
  let open = true
  let heardAt = performance.now()
  const timers = [
    setInterval(() => connection.send(keepalive), limits.keepaliveEvery),
    setInterval(() => {
      if (performance.now() - heardAt > limits.deadAfter) socket.terminate()
      else socket.ping()
    }, limits.pingEvery),
  ]

  const connection: Connection = {
    ...who,
    send(frame) {
      if (!open) return
      socket.send(frame)
      if (socket.bufferedAmount > limits.behindClosed) connection.close(closeCodes.tooSlow, 'too slow')
    },
    sendPresence(frame) {
      if (socket.bufferedAmount < limits.behindNoPresence) connection.send(frame)
    },
    close(code, reason = '') {
      if (!open) return
      end()
      socket.close(code, reason)
      setTimeout(() => socket.terminate(), limits.terminateAfter).unref()
    },
    isOpen: () => open,
  }

  function end(): void {
    if (!open) return
    open = false
    for (const timer of timers) clearInterval(timer)
    onClose()
  }

  function receive(data: RawData, isBinary: boolean): void {
    heardAt = performance.now()
    if (!open) return
    const frame = isBinary ? parse(data) : null
    if (frame) onFrame(frame)
    else connection.close(closeCodes.malformed, 'unreadable frame')
  }

  socket.on('message', receive)
  socket.on('pong', () => {
    heardAt = performance.now()
  })
  socket.on('close', end)
  // Without a listener a broken socket would end the process; 'close' follows every error.
  socket.on('error', () => undefined)
  return connection
}

function parse(data: RawData): Frame | null {
  if (!Buffer.isBuffer(data)) return null
  try {
    return readFrame(data)
  } catch {
    return null
  }
}
