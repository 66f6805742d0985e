import { beforeEach, expect, it } from 'vitest'
import { addBoard, addPerson } from '#server/sync/testkit.ts'
import { deleteBoard, findBoard } from './boards.ts'
import { addMember, removeMember } from './members.ts'
import { eachDatabase } from './testkit.ts'
import { appendUpdates, type Batch, RightsLost, readHead, readUpdates } from './updates.ts'

eachDatabase('the log of a board', ({ db }) => {
  let batch: Batch
  let anna: string

  beforeEach(async () => {
    const person = await addPerson(db(), 'Anna')
    anna = person.userId
    const author = { userId: anna, sessionId: person.sessionId, origin: 'socket' } as const
    const updates = [1, 2, 3].map((byte) => ({ bytes: Uint8Array.of(byte, 0, 255), author }))
    batch = {
      boardId: await addBoard(db(), person),
      epoch: 1,
      lastSeq: 1,
      aclVersion: 1,
      updates,
      title: 'Regio',
      nodeCount: 7,
    }
  })

  it('gives a batch the next numbers and keeps its bytes', async () => {
    expect(await appendUpdates(db(), batch, 1234)).toMatchObject({ headSeq: 4, missed: [] })
    const rows = await readUpdates(db(), batch.boardId, 1, 1)
    expect(rows.map(({ seq, bytes, intact }) => [seq, [...bytes], intact])).toEqual([
      [2, [1, 0, 255], true],
      [3, [2, 0, 255], true],
      [4, [3, 0, 255], true],
    ])
    expect(await findBoard(db(), batch.boardId)).toMatchObject({
      headSeq: 4,
      nodeCount: 7,
      updatedAt: 1234,
      updatedBy: anna,
    })
  })

  it('[DL-19] hands a writer what others committed before it', async () => {
    await appendUpdates(db(), batch)
    const second = await appendUpdates(db(), { ...batch, updates: batch.updates.slice(0, 1) })
    expect(second?.headSeq).toBe(5)
    expect(second?.missed.map((row) => row.seq)).toEqual([2, 3, 4])
  })

  it('[DL-19] numbers many writers at once without a hole', async () => {
    await Promise.all(Array.from({ length: 20 }, () => appendUpdates(db(), batch)))
    const seqs = (await readUpdates(db(), batch.boardId, 1, 0)).map((row) => row.seq)
    expect(seqs).toEqual(Array.from({ length: 61 }, (_, i) => i + 1))
  })

  it('writes nothing to a board that is deleted or has another epoch', async () => {
    expect(await appendUpdates(db(), { ...batch, epoch: 2 })).toBeNull()
    await deleteBoard(db(), batch.boardId, anna)
    expect(await appendUpdates(db(), batch)).toBeNull()
    expect(await readHead(db(), batch.boardId)).toBeNull()
    expect(await readUpdates(db(), batch.boardId, 1, 1)).toEqual([])
  })

  it('writes nothing of someone who lost the right to edit', async () => {
    const bram = await addPerson(db(), 'Bram')
    await db().transaction((tx) =>
      addMember(tx, { boardId: batch.boardId, userId: bram.userId, role: 'editor' }),
    )
    const mixed = batch.updates.map((update, i) =>
      i === 1 ? { ...update, author: { ...update.author, userId: bram.userId } } : update,
    )
    const { aclVersion } = (await readHead(db(), batch.boardId)) ?? { aclVersion: 0 }
    const ours = { ...batch, aclVersion, updates: mixed }
    expect(await appendUpdates(db(), ours)).toMatchObject({ headSeq: 4 })
    await removeMember(db(), batch.boardId, bram.userId)
    await expect(appendUpdates(db(), ours)).rejects.toThrow(RightsLost)
    expect(await findBoard(db(), batch.boardId)).toMatchObject({ headSeq: 4 })
    expect(await appendUpdates(db(), { ...ours, updates: batch.updates })).toMatchObject({ headSeq: 7 })
  })

  it('notices a row whose bytes changed', async () => {
    await appendUpdates(db(), batch)
    await db().transaction((tx) => tx.orm.update(tx.tables.updates).set({ bytes: Uint8Array.of(9) }))
    expect((await readUpdates(db(), batch.boardId, 1, 0)).every((row) => !row.intact)).toBe(true)
  })
})
