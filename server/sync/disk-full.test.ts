import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { findBoard } from '#server/db/boards.ts'
import { type Database, openDatabase, type SqliteDriver } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { sqlitePlace } from '#server/db/testkit.ts'
import { readUpdates } from '#server/db/updates.ts'
import { loadBoard } from './load.ts'
import {
  addBoard,
  addPerson,
  openClient,
  putNode,
  startTestServer,
  type TestPerson,
  type TestServer,
  titlesOf,
} from './testkit.ts'

describe('a full disk on SQLite', () => {
  let made: Awaited<ReturnType<typeof sqlitePlace>>
  let db: Database
  let server: TestServer
  let anna: TestPerson
  let board: string

  beforeEach(async () => {
    made = await sqlitePlace()
    db = await openDatabase(made.place)
    await migrate(db)
    anna = await addPerson(db, 'Anna')
    board = await addBoard(db, anna)
    server = await startTestServer(db)
  })
  afterEach(async () => {
    await server.close()
    await db.close()
    await made.remove()
  })

  /** The limit belongs to a connection: each of the pool is held in turn. */
  async function limitPages(count: number): Promise<void> {
    const { client } = db.driver as SqliteDriver
    const held = []
    for (let i = 0; i < 3; i++) {
      const transaction = await client.transaction('deferred')
      await transaction.execute(`pragma max_page_count = ${count}`)
      held.push(transaction)
    }
    for (const transaction of held) transaction.close()
  }

  it('[DL-09] acknowledges exactly what is stored, and takes the rest when there is room again', async () => {
    const client = openClient(server, anna, board)
    await client.saved()
    // SQLite never sets a limit below what is in use: this one leaves no page free.
    await limitPages(1)
    let edits = 0
    while (client.socket.readyState === client.socket.OPEN) {
      client.edit((doc) => putNode(doc, `n${edits}`, 'x'.repeat(2_000)))
      edits++
      await client.saved().catch(() => undefined)
    }
    expect(await client.closed).toBe(closeCodes.internal)
    const acknowledged = client.acknowledged() - 1
    expect(acknowledged).toBeLessThan(edits)
    const head = (await findBoard(db, board))?.headSeq
    expect(head).toBe(acknowledged + 1)
    expect(await readUpdates(db, board, 1, 0)).toHaveLength(acknowledged + 1)
    const stored = titlesOf((await loadBoard(db, board))?.doc as Y.Doc)
    expect(Object.keys(stored)).toHaveLength(acknowledged + 1)
    await limitPages(1_000_000)
    await openClient(server, anna, board, { doc: client.doc }).saved()
    const now = titlesOf((await loadBoard(db, board))?.doc as Y.Doc)
    expect(Object.keys(now)).toHaveLength(edits + 1)
  })
})
