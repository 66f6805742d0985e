import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { BoardRole } from '#lib/access/access.ts'
import { yMeta, yNodes } from '#lib/board/read.ts'
import { newId, newLocalId } from '#lib/ids.ts'
import { type Control, type Hello, messageTypes, readControl, syncTypes } from '#lib/wire/control.ts'
import { sessionCookieName } from '#server/auth/cookies.ts'
import { createBoard } from '#server/db/boards.ts'
import type { Database } from '#server/db/client.ts'
import { addMember } from '#server/db/members.ts'
import { addSession } from '#server/db/sessions.ts'
import { addUser } from '#server/db/users.ts'
import { readEnv } from '#server/env.ts'
import { createLog } from '#server/log.ts'
import { createLiveBoards, type LiveBoards } from './live-boards.ts'
import { readFrame, writeAwareness, writeSync } from './protocol.ts'

/** What tests of live boards are made of: a real server on a free port, real people, clients that speak the wire. */

export type TestServer = {
  readonly url: string
  readonly host: string
  readonly live: LiveBoards
  readonly close: () => Promise<void>
}

/** Live boards behind a real HTTP server; `port` 0 takes a free one. */
export async function startTestServer(
  db: Database,
  options: { unloadAfter?: number; port?: number } = {},
): Promise<TestServer> {
  const env = { ...readEnv({}), authSecret: 'a secret of the tests only, 32 characters' }
  const live = createLiveBoards({ env, db, log: createLog('silent') }, options)
  const server = createServer((_, response) => response.writeHead(404).end())
  server.on('upgrade', (request, socket, head) => {
    if (!live.upgrade(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `ws://${host}`,
    host,
    live,
    async close() {
      await live.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type TestPerson = {
  readonly userId: string
  readonly name: string
  readonly token: string
  readonly sessionId: string
  readonly cookie: string
}

export function addPerson(db: Database, name: string): Promise<TestPerson> {
  return db.transaction(async (tx) => {
    const added = await addUser(tx, { name, email: `${name}-${newLocalId()}@example.org`.toLowerCase() })
    if (!added.ok) throw new Error(added.code)
    const { token, session } = await addSession(tx, added.value.id)
    return {
      userId: added.value.id,
      name,
      token,
      sessionId: session.id,
      cookie: `${sessionCookieName(false)}=${token}`,
    }
  })
}

/** Another browser in which the same person is signed in. */
export function addSessionOf(db: Database, person: TestPerson): Promise<TestPerson> {
  return db.transaction(async (tx) => {
    const { token, session } = await addSession(tx, person.userId)
    return { ...person, token, sessionId: session.id, cookie: `${sessionCookieName(false)}=${token}` }
  })
}

/** A board with one node, `root`; answers its id. */
export async function addBoard(db: Database, owner: TestPerson, title = 'Regio'): Promise<string> {
  const doc = new Y.Doc()
  doc.transact(() => {
    yMeta(doc).set('title', title)
    putNode(doc, 'root', 'Samen digitaal')
  })
  const seedUpdate = Y.encodeStateAsUpdate(doc)
  const { id } = await createBoard(db, { id: newId(), title, owner: owner.userId, seedUpdate, nodeCount: 1 })
  return id
}

export function addPersonTo(db: Database, boardId: string, userId: string, role: BoardRole): Promise<void> {
  return db.transaction((tx) => addMember(tx, { boardId, userId, role }))
}

export function putNode(doc: Y.Doc, id: string, title: string): void {
  const node = new Y.Map<unknown>()
  node.set('kind', 'goal')
  node.set('title', new Y.Text(title))
  yNodes(doc).set(id, node)
}

/** The titles by id: what a board says, whatever order it came in. */
export const titlesOf = (doc: Y.Doc): Record<string, string> =>
  Object.fromEntries(
    [...yNodes(doc).entries()]
      .map(([id, node]): [string, string] => [id, String((node as Y.Map<unknown>).get('title'))])
      .sort(),
  )

/** A client that speaks like y-websocket and remembers everything it heard. */
export type TestClient = {
  readonly doc: Y.Doc
  readonly socket: WebSocket
  readonly hello: () => Hello | null
  readonly controls: readonly Control[]
  /** Kinds of frames in the order they came. */
  readonly heard: readonly string[]
  /** Client id → what the server says of it. */
  readonly people: ReadonlyMap<number, unknown>
  readonly acknowledged: () => number
  readonly sent: () => number
  readonly send: (frame: Uint8Array | string) => void
  readonly edit: (change: (doc: Y.Doc) => void) => void
  readonly show: (state: unknown, clientId?: number) => void
  readonly synced: Promise<void>
  /** Everything sent so far is acknowledged. */
  readonly saved: () => Promise<void>
  readonly until: (isTrue: () => boolean) => Promise<void>
  /** The code the socket was closed with. */
  readonly closed: Promise<number>
  readonly leave: () => Promise<void>
}

type ClientOptions = { epoch?: number; doc?: Y.Doc; headers?: Record<string, string>; path?: string }

export function openClient(
  server: { url: string; host: string },
  person: TestPerson | null,
  boardId: string,
  options: ClientOptions = {},
): TestClient {
  const { epoch = 1, doc = new Y.Doc(), path = `/sync/${boardId}.${epoch}` } = options
  const headers = options.headers ?? {
    origin: `http://${server.host}`,
    ...(person && { cookie: person.cookie }),
  }
  const socket = new WebSocket(`${server.url}${path}`, { headers })
  const controls: Control[] = []
  const heard: string[] = []
  const people = new Map<number, unknown>()
  const waiting = new Set<() => void>()
  let hello: Hello | null = null
  let acknowledged = 0
  let sent = 0
  let clock = 0

  const until = (isTrue: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (isTrue()) resolve()
        else if (socket.readyState === WebSocket.CLOSED) reject(new Error('the socket is closed'))
        else return
        waiting.delete(look)
      }
      waiting.add(look)
      look()
    })
  const changed = () => {
    for (const look of [...waiting]) look()
  }
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)))
  socket.on('close', changed)
  socket.on('error', () => undefined)

  function send(frame: Uint8Array | string): void {
    if (socket.readyState !== WebSocket.OPEN) return
    if (typeof frame !== 'string' && frame[0] === messageTypes.sync && frame[1] !== syncTypes.step1) sent++
    socket.send(frame)
  }

  function hear(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.control) {
      const control = readControl(decoder)
      if (!control) return
      controls.push(control)
      heard.push(control.type)
      if (control.type === 'hello') hello = control.hello
      if (control.type === 'ack') acknowledged = control.n
      return
    }
    const frame = readFrame(data)
    heard.push(frame.type)
    if (frame.type === 'step1') send(writeSync('step2', Y.encodeStateAsUpdate(doc, frame.stateVector)))
    if (frame.type === 'step2' || frame.type === 'update') Y.applyUpdate(doc, frame.bytes, socket)
    if (frame.type === 'awareness') hearPeople(frame.bytes)
  }

  function hearPeople(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state === null) people.delete(clientId)
      else people.set(clientId, state)
    }
  }

  socket.on('open', () => send(writeSync('step1', Y.encodeStateVector(doc))))
  socket.on('message', (data: Buffer) => {
    hear(data)
    changed()
  })
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== socket) send(writeSync('update', bytes))
  })

  const synced = until(() => heard.includes('step2'))
  // A test that expects to be turned away does not ask.
  synced.catch(() => undefined)

  return {
    doc,
    socket,
    controls,
    heard,
    people,
    hello: () => hello,
    acknowledged: () => acknowledged,
    sent: () => sent,
    send,
    edit: (change) => doc.transact(() => change(doc)),
    show: (state, clientId = doc.clientID) => send(writeAwareness([{ clientId, clock: ++clock, state }])),
    synced,
    saved: () => until(() => acknowledged === sent && sent > 0),
    until,
    closed,
    async leave() {
      socket.close()
      await closed
    },
  }
}
