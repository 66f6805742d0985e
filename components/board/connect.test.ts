import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { yNodes } from '#lib/board/read.ts'
import { deleteBoard } from '#server/db/boards.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { hashSecret } from '#server/db/secret-token.ts'
import { addSession, endSession } from '#server/db/sessions.ts'
import { createFaultyDatabase, createGate, type FaultyDatabase } from '#server/sync/faults.ts'
import {
  addBoard,
  addPerson,
  addPersonTo,
  putNode,
  startTestServer,
  type TestPerson,
  type TestServer,
} from '#server/sync/testkit.ts'
import { type Connection, connect } from './connect.ts'
import { createPresence } from './presence.ts'
import type { ViewState } from './session.ts'

/** The line of a page against a real server; only the socket carries its cookie by hand, as no browser is here to do it. */
describe('the line of a page', () => {
  let directory: string
  let db: Database
  let faulty: FaultyDatabase
  let server: TestServer
  let anna: TestPerson
  let board: string
  let open: Connection[]

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'bollenboom-line-'))
    db = await openDatabase({ dataDir: directory })
    await migrate(db)
    faulty = createFaultyDatabase(db)
    server = await startTestServer(faulty.db)
    anna = await addPerson(db, 'Anna')
    board = await addBoard(db, anna)
    open = []
  })
  afterEach(async () => {
    for (const connection of open) connection.destroy()
    await server.close()
    await db.close()
    rmSync(directory, { recursive: true })
  })

  function line(person: { cookie: string } = anna, doc = new Y.Doc(), epoch = 1) {
    const host = server.host
    class Socket extends NodeSocket {
      constructor(url: string) {
        super(url, { headers: { origin: `http://${host}`, cookie: person.cookie } })
      }
    }
    const socketClass = Socket as unknown as typeof WebSocket
    const connection = connect({
      boardId: board,
      epoch,
      role: 'editor',
      doc,
      server: server.url,
      socketClass,
    })
    open.push(connection)
    return {
      doc,
      connection,
      until: (state: string) => whenState(connection, () => connection.state() === state),
    }
  }

  it('goes from saving to saved, and tells when', async () => {
    const { connection, doc, until } = line()
    expect([connection.state(), connection.isReady()]).toEqual(['saving', false])
    await until('saved')
    expect(connection.isReady()).toBe(true)
    expect(yNodes(doc).has('root')).toBe(true)
    expect(Math.abs((connection.savedAt() ?? 0) - Date.now())).toBeLessThan(2000)
  })

  it('says saving until the commit, whatever the edit, a deletion too', async () => {
    const { connection, doc, until } = line()
    await until('saved')
    for (const edit of [() => putNode(doc, 'a', 'x'), () => yNodes(doc).delete('a')]) {
      const gate = createGate()
      faulty.beforeCommit = gate.pass
      edit()
      expect([connection.state(), connection.hasUnsaved()]).toEqual(['saving', true])
      await gate.entered
      expect(connection.state()).toBe('saving')
      gate.open()
      await until('saved')
      expect(connection.hasUnsaved()).toBe(false)
    }
  })

  it('says not saved yet after two seconds', async () => {
    const { doc, until } = line()
    await until('saved')
    const gate = createGate()
    faulty.beforeCommit = gate.pass
    putNode(doc, 'a', 'x')
    await until('not-saved')
    gate.open()
    await until('saved')
  })

  it('[DL-22] keeps edits made without a connection and stores them when it is back', async () => {
    const { connection, doc, until } = line()
    await until('saved')
    const port = Number(server.host.split(':')[1])
    await server.close()
    await until('offline')
    putNode(doc, 'train', 'In de trein')
    expect(connection.hasUnsaved()).toBe(true)
    server = await startTestServer(faulty.db, { port })
    connection.connect()
    await until('saved')
    expect(connection.hasUnsaved()).toBe(false)
    const other = line()
    await other.until('saved')
    expect(yNodes(other.doc).has('train')).toBe(true)
  })

  it('stays with the document when the session ends, and saves after signing in again', async () => {
    const { connection, doc, until } = line()
    await until('saved')
    await endSession(db, anna.token)
    server.live.hub.disconnect({ sessionId: anna.sessionId })
    await until('signed-out')
    putNode(doc, 'a', 'x')
    expect(connection.hasUnsaved()).toBe(true)
    // The cookie of this test's socket is fixed: the same token becomes valid again.
    await db.transaction(async (tx) => {
      const { session } = await addSession(tx, anna.userId)
      await tx.orm
        .update(tx.tables.sessions)
        .set({ tokenHash: hashSecret(anna.token) })
        .where(eq(tx.tables.sessions.id, session.id))
    })
    connection.connect()
    await until('saved')
    expect(connection.hasUnsaved()).toBe(false)
  })

  it('stops when the board is deleted, and when it has another history', async () => {
    const { connection, until } = line()
    await until('saved')
    const old = line(anna, new Y.Doc(), 7)
    await old.until('refused')
    expect(old.connection.ending()?.code).toBe(4409)
    expect(yNodes(old.doc).size).toBe(0)
    await deleteBoard(db, board, anna.userId)
    server.live.hub.disconnect({ boardId: board })
    await until('gone')
    expect(connection.ending()?.code).toBe(4404)
  })

  it('is read only for a viewer', async () => {
    const cor = await addPerson(db, 'Cor')
    await addPersonTo(db, board, cor.userId, 'viewer')
    const { connection, until } = line(cor)
    await until('read-only')
    await whenState(connection, () => connection.isReady())
    expect(connection.role()).toBe('viewer')
  })

  it('shows who is where, and forgets those who left', async () => {
    const bram = await addPerson(db, 'Bram')
    await addPersonTo(db, board, bram.userId, 'editor')
    const [one, two] = [line(), line(bram)]
    await Promise.all([one.until('saved'), two.until('saved')])
    const view = createStore<Pick<ViewState, 'selected' | 'editing'>>(() => ({
      selected: ['root'],
      editing: null,
    }))
    const mine = createPresence(one.connection, view as never)
    const theirs = createPresence(
      two.connection,
      createStore(() => ({ selected: [], editing: null })) as never,
    )
    mine.setCursor([10.4, 20.6])
    await whenState(theirs, () => theirs.peers()[0]?.cursor !== null && theirs.peers().length === 1)
    expect(theirs.peers()).toMatchObject([
      { name: 'Anna', userId: anna.userId, cursor: [10, 21], selected: ['root'], editing: null },
    ])
    view.setState({ selected: [], editing: { id: 'root', place: 'canvas' } } as never)
    await whenState(theirs, () => theirs.peers()[0]?.editing === 'root')
    one.connection.destroy()
    await whenState(theirs, () => theirs.peers().length === 0)
    mine.destroy()
    theirs.destroy()
  })
})

function whenState(
  source: { subscribe: (listener: () => void) => () => void },
  isTrue: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = source.subscribe(look)
    function look() {
      if (!isTrue()) return
      stop?.()
      resolve()
    }
    queueMicrotask(look)
  })
}
