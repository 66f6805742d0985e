import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { yMeta, yNodes } from '#lib/board/read.ts'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { deleteBoard, findBoard } from '#server/db/boards.ts'
import { removeMember } from '#server/db/members.ts'
import { endSession } from '#server/db/sessions.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { readUpdates } from '#server/db/updates.ts'
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

eachDatabase('a live board', ({ db }) => {
  let server: TestServer
  let anna: TestPerson
  let bram: TestPerson
  let board: string

  beforeEach(async () => {
    server = await startTestServer(db())
    anna = await addPerson(db(), 'Anna')
    bram = await addPerson(db(), 'Bram')
    board = await addBoard(db(), anna)
    await addPersonTo(db(), board, bram.userId, 'editor')
  })
  afterEach(() => server.close())

  it('greets, asks, answers and then introduces, in this order', async () => {
    const first = openClient(server, anna, board)
    first.socket.on('open', () => first.show({ cursor: [1, 2] }))
    await first.synced
    const client = openClient(server, bram, board)
    await client.until(() => client.people.size === 1)
    expect(client.heard.filter((kind) => kind !== 'ack')).toEqual(['hello', 'step1', 'step2', 'awareness'])
    expect(client.hello()).toMatchObject({ role: 'editor', epoch: 1, seq: 1 })
    expect(titlesOf(client.doc)).toEqual({ root: 'Samen digitaal' })
  })

  it('brings an edit to the other and says when it is stored', async () => {
    const [one, two] = [openClient(server, anna, board), openClient(server, bram, board)]
    await Promise.all([one.synced, two.synced])
    one.edit((doc) => putNode(doc, 'a', 'Digitaal contact'))
    await Promise.all([one.saved(), two.until(() => yNodes(two.doc).has('a'))])
    expect((await loadBoard(db(), board))?.lastSeq).toBe(2)
    expect(titlesOf((await loadBoard(db(), board))?.doc as Y.Doc)).toEqual(titlesOf(two.doc))
  })

  it('[DL-19] numbers edits of many people without a hole', async () => {
    const clients = Array.from({ length: 8 }, (_, i) => openClient(server, i % 2 ? anna : bram, board))
    await Promise.all(clients.map((client) => client.synced))
    for (let round = 0; round < 25; round++)
      for (const [i, client] of clients.entries()) client.edit((doc) => putNode(doc, `n${i}-${round}`, 'x'))
    await Promise.all(clients.map((client) => client.saved()))
    await Promise.all(clients.map((client) => client.until(() => yNodes(client.doc).size === 201)))
    const rows = await readUpdates(db(), board, 1, 0)
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 201 }, (_, i) => i + 1))
  })

  it('keeps the row of the board in step: number, title, nodes, editor', async () => {
    const client = openClient(server, bram, board)
    await client.synced
    client.edit((doc) => {
      putNode(doc, 'a', 'x')
      yMeta(doc).set('title', 'Nieuwe naam')
    })
    await client.saved()
    expect(await findBoard(db(), board)).toMatchObject({
      headSeq: 2,
      title: 'Nieuwe naam',
      nodeCount: 2,
      updatedBy: bram.userId,
    })
  })

  it('covers edits made offline by the acknowledgement of the first frame', async () => {
    const client = openClient(server, anna, board)
    await client.synced
    await client.leave()
    client.edit((doc) => putNode(doc, 'offline', 'In de trein'))
    const back = openClient(server, anna, board, { doc: client.doc })
    await back.saved()
    expect(titlesOf((await loadBoard(db(), board))?.doc as Y.Doc)).toHaveProperty('offline')
  })

  it('[BI-26] acknowledges a repeated frame and stores nothing', async () => {
    const client = openClient(server, anna, board)
    await client.synced
    client.edit((doc) => putNode(doc, 'a', 'x'))
    await client.saved()
    for (let i = 0; i < 3; i++) client.send(writeSync('update', Y.encodeStateAsUpdate(client.doc)))
    await client.saved()
    expect((await findBoard(db(), board))?.headSeq).toBe(2)
  })

  it('[BI-22] refuses a foreign or missing Origin before the upgrade', async () => {
    for (const origin of ['http://evil.example', undefined]) {
      const headers: Record<string, string> = { cookie: anna.cookie, ...(origin && { origin }) }
      expect(await openClient(server, anna, board, { headers }).closed).toBe(1006)
    }
    expect(server.live.rooms.all()).toHaveLength(0)
  })

  it.each([
    ['a stranger', null, closeCodes.signedOut],
    ['an outsider', 'Cor', closeCodes.noAccess],
  ] as const)('lets %s in only to send them away for good', async (_, name, code) => {
    const person = name && (await addPerson(db(), name))
    const client = openClient(server, person, board)
    expect(await client.closed).toBe(code)
    expect(client.heard).toEqual([])
  })

  it('[DL-04] turns away a client of another epoch', async () => {
    const client = openClient(server, anna, board, { epoch: 2 })
    expect(await client.closed).toBe(closeCodes.otherEpoch)
    expect(client.heard).toEqual([])
  })

  it('[BI-23] knows no board but by its id', async () => {
    const upper = board.toUpperCase()
    for (const path of [
      `/sync/${board}`,
      `/sync/${board}.0`,
      `/sync/../${board}.1`,
      `/sync/${upper}.1`,
      `/sync/%2e%2e%2f.1`,
      `/sync/${board}.1%00`,
    ])
      expect(await openClient(server, anna, board, { path }).closed, path).toBe(1006)
    const unknown = '00000000-0000-7000-8000-000000000000'
    expect(await openClient(server, anna, unknown).closed).toBe(closeCodes.noAccess)
  })

  it('never asks a viewer for edits and sends away one that edits', async () => {
    const cor = await addPerson(db(), 'Cor')
    await addPersonTo(db(), board, cor.userId, 'viewer')
    const viewer = openClient(server, cor, board)
    await viewer.synced
    expect(viewer.hello()?.role).toBe('viewer')
    expect(viewer.heard).not.toContain('step1')
    viewer.edit((doc) => putNode(doc, 'sneaky', 'x'))
    expect(await viewer.closed).toBe(closeCodes.noAccess)
    expect((await findBoard(db(), board))?.headSeq).toBe(1)
  })

  it('[DL-11] asks for what is missing and never parks an edit inside the document', async () => {
    const [one, two] = [openClient(server, anna, board), openClient(server, bram, board)]
    await Promise.all([one.synced, two.synced, one.saved()])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(one.doc))
    const frames: Uint8Array[] = []
    doc.on('update', (bytes: Uint8Array) => frames.push(bytes))
    for (const id of ['a', 'b', 'c']) putNode(doc, id, id)
    const asked = () => one.heard.filter((kind) => kind === 'step1').length
    one.send(writeSync('update', frames[0] as Uint8Array))
    one.send(writeSync('update', frames[2] as Uint8Array))
    await one.until(() => asked() === 2)
    expect(server.live.rooms.find(board)?.doc.store.pendingStructs).toBeNull()
    one.send(writeSync('step2', Y.encodeStateAsUpdate(doc)))
    await one.saved()
    await two.until(() => yNodes(two.doc).size === 4)
  })

  it('closes what its owner deleted', async () => {
    const client = openClient(server, bram, board)
    await client.synced
    await deleteBoard(db(), board, anna.userId)
    server.live.hub.disconnect({ boardId: board })
    expect(await client.closed).toBe(closeCodes.boardGone)
  })

  it('looks again at rights: removed, signed out, another role', async () => {
    const clients = [openClient(server, anna, board), openClient(server, bram, board)] as const
    await Promise.all(clients.map((client) => client.synced))
    await removeMember(db(), board, bram.userId)
    server.live.hub.disconnect({ boardId: board, userId: bram.userId })
    expect(await clients[1].closed).toBe(closeCodes.noAccess)
    await endSession(db(), anna.token)
    server.live.hub.disconnect({ sessionId: anna.sessionId })
    expect(await clients[0].closed).toBe(closeCodes.signedOut)
  })

  it('shows who is there, in the server’s words, until they leave', async () => {
    const [one, two] = [openClient(server, anna, board), openClient(server, bram, board)]
    await Promise.all([one.synced, two.synced])
    one.show({ cursor: [3, 4], selected: ['root'], editing: null, name: 'Mallory', userId: bram.userId })
    await two.until(() => two.people.size === 1)
    expect(two.people.get(one.doc.clientID)).toMatchObject({
      name: 'Anna',
      userId: anna.userId,
      cursor: [3, 4],
    })
    expect(
      server.live.hub
        .whoIsThere([board])
        .get(board)
        ?.map((person) => person.name),
    ).toEqual(['Anna', 'Bram'])
    one.show({ cursor: [9, 9] }, 4242)
    await one.leave()
    await two.until(() => two.people.size === 0)
  })
})
