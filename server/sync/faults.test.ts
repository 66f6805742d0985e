import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { yNodes } from '#lib/board/read.ts'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { findBoard } from '#server/db/boards.ts'
import { removeMember } from '#server/db/members.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { readUpdates } from '#server/db/updates.ts'
import { createFaultyDatabase, createGate, type FaultyDatabase } from './faults.ts'
import { loadBoard } from './load.ts'
import { writeSync } from './protocol.ts'
import {
  addBoard,
  addPerson,
  addPersonTo,
  openClient,
  putNode,
  startTestServer,
  type TestPerson,
  type TestServer,
  titlesOf,
} from './testkit.ts'

const broken = () => Promise.reject(new Error('the disk is full'))

eachDatabase('faults that others had', ({ db }) => {
  let faulty: FaultyDatabase
  let server: TestServer
  let anna: TestPerson
  let board: string

  beforeEach(async () => {
    faulty = createFaultyDatabase(db())
    server = await startTestServer(faulty.db, { unloadAfter: 20 })
    anna = await addPerson(db(), 'Anna')
    board = await addBoard(db(), anna)
  })
  afterEach(() => server.close())

  const stored = async () => titlesOf((await loadBoard(db(), board))?.doc as Y.Doc)
  const join = () => openClient(server, anna, board)

  it('[DL-01] answers nobody before the load has ended', async () => {
    const gate = createGate()
    // The first read is that of the session; the document's rows are read behind it.
    faulty.beforeRead = gate.pass
    const clients = Array.from({ length: 20 }, join)
    await gate.entered
    expect(clients.flatMap((client) => client.heard)).toEqual([])
    gate.open()
    await Promise.all(clients.map((client) => client.synced))
    for (const client of clients) expect(titlesOf(client.doc)).toEqual({ root: 'Samen digitaal' })
  })

  it('[DL-02] has no room when the load fails, and leaves the board as it was', async () => {
    let reads = 0
    faulty.beforeRead = () => (++reads > 3 ? broken() : Promise.resolve())
    const client = join()
    expect(await client.closed).toBe(closeCodes.internal)
    expect(client.heard).toEqual([])
    expect(server.live.rooms.all()).toEqual([])
    faulty.beforeRead = async () => undefined
    expect(await findBoard(db(), board)).toMatchObject({ headSeq: 1, nodeCount: 1 })
    await join().synced
  })

  it('[DL-03] seeds at creation only: fifty first opens give one root', async () => {
    const clients = Array.from({ length: 50 }, join)
    await Promise.all(clients.map((client) => client.saved()))
    for (const client of clients) expect(titlesOf(client.doc)).toEqual({ root: 'Samen digitaal' })
    expect(await readUpdates(db(), board, 1, 0)).toHaveLength(1)
  })

  it('[DL-05] keeps a room while a save runs, however people come and go', async () => {
    const client = join()
    await client.synced
    const gate = createGate()
    faulty.beforeCommit = gate.pass
    client.edit((doc) => putNode(doc, 'a', 'slow'))
    await gate.entered
    await client.leave()
    const late = join()
    await new Promise((resolve) => late.socket.on('open', resolve))
    await late.until(() => late.heard.includes('hello'))
    const room = server.live.rooms.find(board)
    await late.leave()
    // Ten times the time after which an empty room goes.
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(server.live.rooms.find(board)).toBe(room)
    const last = join()
    await last.until(() => last.heard.includes('hello'))
    expect(last.heard).not.toContain('step2')
    gate.open()
    await last.synced
    expect(titlesOf(last.doc)).toHaveProperty('a')
  })

  it('[DL-05] lets nobody see an edit that is not stored', async () => {
    const [one, two] = [join(), join()]
    await Promise.all([one.saved(), two.saved()])
    const gate = createGate()
    faulty.beforeCommit = gate.pass
    one.edit((doc) => putNode(doc, 'a', 'x'))
    await gate.entered
    const three = join()
    await three.until(() => three.heard.includes('hello'))
    expect(yNodes(two.doc).has('a')).toBe(false)
    expect(three.heard).not.toContain('step2')
    expect(one.acknowledged()).toBe(1)
    gate.open()
    await Promise.all([one.saved(), two.until(() => yNodes(two.doc).has('a')), three.synced])
    expect(yNodes(three.doc).has('a')).toBe(true)
  })

  it('[DL-07] stores what is under way before the server stops', async () => {
    const client = join()
    await client.synced
    const gate = createGate()
    faulty.beforeCommit = gate.pass
    client.edit((doc) => putNode(doc, 'a', 'x'))
    await gate.entered
    client.edit((doc) => putNode(doc, 'b', 'y'))
    const closing = server.live.close()
    gate.open()
    await closing
    expect(await client.closed).toBe(closeCodes.goingAway)
    expect(await stored()).toHaveProperty('a')
  })

  describe('[DL-09] says nothing is stored that is not', () => {
    it.each([1, 2, 3])('when statement %i of the save fails (3: the commit)', async (statement) => {
      const [one, two] = [join(), join()]
      await Promise.all([one.saved(), two.saved()])
      if (statement === 3) faulty.beforeCommit = broken
      else faulty.beforeStatement = (n) => (n === statement ? broken() : Promise.resolve())
      one.edit((doc) => putNode(doc, 'a', 'x'))
      expect(await Promise.all([one.closed, two.closed])).toEqual([closeCodes.internal, closeCodes.internal])
      expect(one.acknowledged()).toBe(1)
      expect(yNodes(two.doc).has('a')).toBe(false)
      expect(server.live.rooms.find(board)).toBeNull()
      expect(await stored()).toEqual({ root: 'Samen digitaal' })
      expect((await findBoard(db(), board))?.headSeq).toBe(1)
      faulty.beforeCommit = faulty.beforeStatement = async () => undefined
      const again = openClient(server, anna, board, { doc: one.doc })
      await again.saved()
      expect(await stored()).toHaveProperty('a')
    })
  })

  it('[DL-20] tells what was stored together in one frame', async () => {
    const watcher = join()
    const typists = Array.from({ length: 4 }, join)
    await Promise.all([watcher, ...typists].map((client) => client.saved()))
    const frames = () => watcher.heard.filter((kind) => kind === 'update').length
    const gate = createGate()
    faulty.beforeCommit = gate.pass
    for (const [i, typist] of typists.entries()) typist.edit((doc) => putNode(doc, `n${i}`, 'x'))
    await gate.entered
    const room = server.live.rooms.find(board)
    await vi.waitUntil(() => room && yNodes(room.doc).size === 5)
    gate.open()
    await Promise.all(
      [watcher, ...typists].map((client) => client.until(() => yNodes(client.doc).size === 5)),
    )
    expect(frames()).toBe(2)
    await Promise.all(typists.map((typist) => typist.saved()))
  })

  it('stores nothing of someone whose removal was committed first, whatever their socket says', async () => {
    const bram = await addPerson(db(), 'Bram')
    await addPersonTo(db(), board, bram.userId, 'editor')
    const [one, two] = [join(), openClient(server, bram, board)]
    await Promise.all([one.saved(), two.saved()])
    await removeMember(db(), board, bram.userId)
    two.edit((doc) => putNode(doc, 'b', 'too late'))
    expect(await two.closed).toBe(closeCodes.rightsChanged)
    expect(await openClient(server, bram, board).closed).toBe(closeCodes.noAccess)
    const again = openClient(server, anna, board, { doc: one.doc })
    again.edit((doc) => putNode(doc, 'a', 'x'))
    await again.saved()
    expect(await stored()).toEqual({ a: 'x', root: 'Samen digitaal' })
  })

  it('[DL-10] goes on storing after fifty joins and leaves', async () => {
    const stays = join()
    await stays.synced
    for (let i = 0; i < 50; i++) {
      const guest = join()
      await guest.synced
      await guest.leave()
    }
    stays.edit((doc) => putNode(doc, 'a', 'x'))
    await stays.saved()
    expect(await stored()).toHaveProperty('a')
  })

  it('[DL-31] has one room at all times while people hammer the door', async () => {
    const seen = new Set<unknown>()
    for (let round = 0; round < 12; round++) {
      const clients = Array.from({ length: 5 }, join)
      await Promise.all(clients.map((client) => client.synced))
      const rooms = server.live.rooms.all()
      expect(rooms).toHaveLength(1)
      expect(rooms[0]?.connections()).toHaveLength(5)
      seen.add(rooms[0])
      clients[0]?.edit((doc) => putNode(doc, `n${round}`, 'x'))
      await Promise.all(clients.map((client) => client.until(() => yNodes(client.doc).has(`n${round}`))))
      await Promise.all(clients.map((client) => client.leave()))
      if (round % 3 === 0) await vi.waitUntil(() => server.live.rooms.all().length === 0)
    }
    expect(seen.size).toBeGreaterThan(1)
    expect(Object.keys(await stored())).toHaveLength(13)
  })

  it('[DL-12] opens a board with a gap in its rows for reading only, with what is certain', async () => {
    const client = join()
    await client.synced
    for (const id of ['a', 'b', 'c']) {
      client.edit((doc) => putNode(doc, id, id))
      await client.saved()
    }
    await client.leave()
    await server.close()
    await db().transaction(async (tx) => {
      const { updates } = tx.tables
      const rows = await tx.orm.select().from(updates)
      const third = rows.find((row) => row.seq === 3)
      await tx.orm.update(updates).set({ bytes: Uint8Array.of(0, 0) })
      for (const row of rows)
        if (row !== third)
          await tx.orm.update(updates).set({ bytes: row.bytes }).where(eq(updates.seq, row.seq))
    })
    server = await startTestServer(faulty.db)
    const reader = join()
    await reader.synced
    expect(reader.hello()?.role).toBe('viewer')
    expect(reader.controls).toContainEqual({ type: 'notice', code: 'degraded' })
    expect(Object.keys(titlesOf(reader.doc))).toEqual(['a', 'root'])
    expect(await readUpdates(db(), board, 1, 0)).toHaveLength(4)
  })

  describe('broken input ends its own socket and nothing else', () => {
    const random = (length: number) =>
      Uint8Array.from({ length }, (_, i) => (i * 7919 + length * 104_729) % 256)
    it.each([
      ['[BI-01] text', 'hello'],
      ['[BI-02] nothing', new Uint8Array()],
      ['[BI-02] a truncated number', Uint8Array.of(0x80)],
      ['[BI-02] a length beyond the end', Uint8Array.of(0, 2, 0xff, 0xff, 0x03, 1)],
      ['[BI-02] an unknown sync subtype', Uint8Array.of(0, 9, 0)],
      ['[BI-02] an update of random bytes', writeSync('update', random(64))],
      ['[BI-19] a bogus state vector', writeSync('step1', Uint8Array.of(0xff, 0xff, 0xff))],
      ['[BI-17] presence that is no JSON', Uint8Array.of(1, 5, 1, 7, 1, 1, 0x7b)],
    ])('%s', async (_, frame) => {
      const [bad, good] = [join(), join()]
      await Promise.all([bad.synced, good.saved()])
      bad.send(frame)
      expect(await bad.closed).toBe(closeCodes.malformed)
      good.edit((doc) => putNode(doc, 'a', 'x'))
      await good.saved()
      expect(await stored()).toEqual({ a: 'x', root: 'Samen digitaal' })
    })

    it('[BI-04] applies nothing of an update that is cut off after its first half', async () => {
      const client = join()
      await client.synced
      const whole = Y.encodeStateAsUpdate(withNode('half'))
      client.send(writeSync('update', whole.slice(0, -1)))
      expect(await client.closed).toBe(closeCodes.malformed)
      expect(await stored()).toEqual({ root: 'Samen digitaal' })
      expect((await findBoard(db(), board))?.headSeq).toBe(1)
    })

    it('[BI-05] stores its own bytes, never those of a client', async () => {
      const client = join()
      await client.saved()
      const whole = Y.encodeStateAsUpdate(withNode('a'))
      const junk = Uint8Array.from([...whole, ...random(100)])
      client.send(writeSync('update', junk))
      await client.saved()
      const [, row] = await readUpdates(db(), board, 1, 0)
      expect(row?.bytes.byteLength).toBeLessThanOrEqual(whole.byteLength)
      expect(await stored()).toHaveProperty('a')
    })

    it('[BI-03] takes nothing from an update of version 2', async () => {
      const client = join()
      await client.saved()
      client.send(writeSync('update', Y.encodeStateAsUpdateV2(withNode('v2'))))
      await client.saved()
      expect(await stored()).toEqual({ root: 'Samen digitaal' })
      expect((await findBoard(db(), board))?.headSeq).toBe(1)
    })

    it('refuses an edit that is too large', async () => {
      const client = join()
      await client.synced
      client.edit((doc) => putNode(doc, 'a', 'x'.repeat(1024 * 1024 + 1)))
      expect(await client.closed).toBe(closeCodes.tooLarge)
      expect(client.controls.at(-1)).toMatchObject({ type: 'reject', code: closeCodes.tooLarge })
      expect(await stored()).toEqual({ root: 'Samen digitaal' })
    })
  })
})

function withNode(id: string): Y.Doc {
  const doc = new Y.Doc()
  putNode(doc, id, 'x')
  return doc
}
