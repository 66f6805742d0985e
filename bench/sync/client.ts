import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { readFrame, writeSync } from '#server/sync/protocol.ts'
import type { Contender } from './contenders.ts'

/** Someone on the board: writes numbers into a map and, if it listens, hears those of others. */
export type BenchClient = { readonly write: (value: string) => void; readonly leave: () => Promise<void> }

/** A client that keeps a document, as a page does; `onSeen` hears every value of someone else once it is applied. */
export async function joinWhole(contender: Contender, onSeen: (value: string) => void): Promise<BenchClient> {
  const doc = new Y.Doc()
  const values = doc.getMap<Y.Map<unknown>>('nodes')
  const socket = await open(contender, (bytes) => Y.applyUpdate(doc, bytes, 'remote'), doc)
  values.observeDeep((_, transaction) => {
    if (transaction.origin !== 'remote') return
    for (const [type, keys] of transaction.changed) {
      // A map that came in the same frame as what was written into it does not count as changed itself.
      const written = (key: string | null) =>
        (type as unknown as object) === values ? values.get(key ?? '') : type
      for (const key of keys)
        if ((type as unknown as object) === values || key === 'description')
          onSeen(String((written(key) as Y.Map<unknown> | undefined)?.get('description')))
    }
  })
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') socket.send(writeSync('update', bytes))
  })
  const own = new Y.Map<unknown>()
  values.set(`own-${doc.clientID}`, own)
  const write = (value: string) => {
    own.set('description', value)
  }
  return { write, leave: () => close(socket) }
}

/** A client that takes every frame and looks into none, so that fifty of them do not measure this process. */
export async function joinQuiet(contender: Contender): Promise<BenchClient> {
  const socket = await open(contender, () => undefined, new Y.Doc())
  return { write: () => undefined, leave: () => close(socket) }
}

async function open(
  { url, headers, syncs }: Contender,
  onUpdate: (bytes: Uint8Array) => void,
  doc: Y.Doc,
): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      if (syncs) socket.send(writeSync('step1', Y.encodeStateVector(doc)))
      else resolve()
    })
    socket.on('message', (data: Buffer) => {
      const frame = readFrame(data)
      if (frame.type === 'step1')
        socket.send(writeSync('step2', Y.encodeStateAsUpdate(doc, frame.stateVector)))
      if (frame.type === 'step2') resolve()
      if (frame.type === 'step2' || frame.type === 'update') onUpdate(frame.bytes)
    })
  })
  return socket
}

async function close(socket: WebSocket): Promise<void> {
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.close()
  await closed
}
