import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readSnapshots } from '#server/db/snapshots.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { appendUpdates, readUpdates } from '#server/db/updates.ts'
import { type CompactJob, compactWork } from './compact-work.ts'
import { compactBoard, createCompactor } from './compactor.ts'
import { createGate } from './faults.ts'
import { loadBoard } from './load.ts'
import { addBoard, addPerson, putNode, titlesOf } from './testkit.ts'

const here = async (job: CompactJob) => compactWork(job)

eachDatabase('compaction', ({ db }) => {
  let board: string
  let doc: Y.Doc
  let seq: number
  let pending: Uint8Array[] = []

  beforeEach(async () => {
    board = await addBoard(db(), await addPerson(db(), 'Anna'))
    doc = (await loadBoard(db(), board))?.doc as Y.Doc
    seq = 1
    pending = []
    doc.on('update', (bytes: Uint8Array) => pending.push(bytes))
  })

  async function write(...ids: string[]): Promise<void> {
    for (const id of ids) putNode(doc, id, id)
    const author = { userId: null, sessionId: null, origin: 'socket' } as const
    const updates = pending.splice(0).map((bytes) => ({ bytes, author }))
    const appended = await appendUpdates(db(), {
      boardId: board,
      epoch: 1,
      lastSeq: seq,
      aclVersion: 1,
      updates,
      title: 'Regio',
      nodeCount: 0,
    })
    seq = appended?.headSeq as number
  }
  const snapshots = async () => (await readSnapshots(db(), board, 1)).map((snapshot) => snapshot.uptoSeq)
  const rows = async () => (await readUpdates(db(), board, 1, 0)).map((row) => row.seq)
  const expectWhole = async () => {
    const loaded = await loadBoard(db(), board)
    expect(loaded).toMatchObject({ degraded: false, lastSeq: seq })
    expect(titlesOf(loaded?.doc as Y.Doc)).toEqual(titlesOf(doc))
  }

  it('makes a snapshot in a thread, keeps two, and drops the rows that the older one holds', async () => {
    const compactor = createCompactor(db())
    await write('a', 'b')
    expect(await compactor.compact(board)).toBe(3)
    expect(await snapshots()).toEqual([3, 1])
    expect(await rows()).toEqual([2, 3])
    await write('c')
    expect(await compactor.compact(board)).toBe(4)
    expect(await snapshots()).toEqual([4, 3])
    expect(await rows()).toEqual([4])
    await expectWhole()
    expect(await compactor.compact(board)).toBeNull()
    await compactor.close()
  })

  it('[DL-18] keeps what is appended while it works', async () => {
    await write('a')
    const gate = createGate()
    const job = compactBoard(db(), board, async (work) => {
      await gate.pass()
      return compactWork(work)
    })
    await gate.entered
    await write('b', 'c')
    gate.open()
    expect(await job).toBe(2)
    expect(await rows()).toEqual([2, 3, 4])
    await expectWhole()
  })

  it('[DL-17] loses nothing when a late compactor ends after others', async () => {
    await write('a')
    const gate = createGate()
    const late = compactBoard(db(), board, async (work) => {
      await gate.pass()
      return compactWork(work)
    })
    await gate.entered
    for (const id of ['b', 'c', 'd']) {
      await write(id)
      await compactBoard(db(), board, here)
      await expectWhole()
    }
    gate.open()
    await late
    await write('e')
    await expectWhole()
  })

  it('passes over a damaged snapshot for the one before it', async () => {
    await write('a')
    await compactBoard(db(), board, here)
    await write('b')
    await db().transaction(async (tx) => {
      const { snapshots } = tx.tables
      await tx.orm
        .update(snapshots)
        .set({ bytes: Uint8Array.of(0, 0) })
        .where(eq(snapshots.uptoSeq, 2))
    })
    await expectWhole()
    await compactBoard(db(), board, here)
    await expectWhole()
  })

  it('changes nothing when what it made says something else', async () => {
    await write('a')
    const wrong = compactBoard(db(), board, () =>
      Promise.reject(new Error('the snapshot has another content')),
    )
    await expect(wrong).rejects.toThrow('another content')
    expect(await snapshots()).toEqual([1])
    expect(await rows()).toEqual([1, 2])
  })
})

it('refuses to build over a gap', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  putNode(doc, 'a', 'a')
  putNode(doc, 'b', 'b')
  expect(() => compactWork({ base: null, rows: updates.slice(1) })).toThrow('gap')
  expect(compactWork({ base: null, rows: updates }).nodes).toBe(2)
})
