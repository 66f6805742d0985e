import { expect, it } from 'vitest'
import { newId } from '#lib/ids.ts'
import { anyone } from '#server/auth/testkit.ts'
import {
  createBoard,
  deleteBoard,
  deletedBoardsKept,
  findBoard,
  findBoardFor,
  listBoards,
  purgeBoards,
  restoreBoard,
  setArchived,
} from '#server/db/boards.ts'
import {
  acceptInvitation,
  createInvitation,
  findInvitation,
  listInvitations,
  revokeInvitation,
} from '#server/db/invitations.ts'
import { findRole, listMembers, removeMember, setMember } from '#server/db/members.ts'
import { eachDatabase } from '#server/db/testkit.ts'

/** The well-known test vector of CRC-32; its sum needs all 32 bits. */
const seedUpdate = new TextEncoder().encode('123456789')
const week = 7 * 24 * 60 * 60 * 1000

eachDatabase('boards', ({ db }) => {
  const start = async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const { id } = await createBoard(db(), {
      title: 'Digitale zorg',
      owner: anna.id,
      seedUpdate,
      nodeCount: 3,
    })
    return { anna, id }
  }

  it('begin with an owner, a first update and a snapshot of it', async () => {
    const { anna, id } = await start()
    const { tables, orm } = db()
    expect(await findBoardFor(db(), id, anna.id)).toMatchObject({
      title: 'Digitale zorg',
      role: 'owner',
      epoch: 1,
      headSeq: 1,
      snapSeq: 1,
      sizeBytes: 9,
      nodeCount: 3,
    })
    const [update] = await orm.select().from(tables.updates)
    expect(update).toMatchObject({
      boardId: id,
      epoch: 1,
      seq: 1,
      crc32: 3_421_780_262,
      actorId: anna.id,
      origin: 'create',
    })
    expect(update?.bytes).toEqual(seedUpdate)
    const [snapshot] = await orm.select().from(tables.snapshots)
    expect(snapshot).toMatchObject({ uptoSeq: 1, nodes: 3, bytes: seedUpdate })
    expect(snapshot?.sha256).toHaveLength(32)
  })

  it('are not there at all when their owner is not', async () => {
    await expect(
      createBoard(db(), { title: 'x', owner: newId(), seedUpdate, nodeCount: 1 }),
    ).rejects.toThrow()
    expect(await db().orm.select().from(db().tables.boards)).toEqual([])
    expect(await db().orm.select().from(db().tables.updates)).toEqual([])
  })

  it('are seen by members alone; outsiders cannot tell a foreign board from none', async () => {
    const { id } = await start()
    const ben = await anyone(db(), 'ben@zorg.nl')
    expect(await findBoardFor(db(), id, ben.id)).toBeNull()
    expect(await findRole(db(), id, ben.id)).toBeNull()
    expect(await listBoards(db(), ben.id)).toEqual([])
    await setMember(db(), { boardId: id, userId: ben.id, role: 'viewer' })
    expect(await listBoards(db(), ben.id)).toMatchObject([{ id, role: 'viewer', updatedByName: 'anna' }])
  })

  it('are listed by last change', async () => {
    const { anna, id } = await start()
    const newer = await createBoard(
      db(),
      { title: 'Nieuwer', owner: anna.id, seedUpdate, nodeCount: 1 },
      Date.now() + 5,
    )
    expect((await listBoards(db(), anna.id)).map((board) => board.id)).toEqual([newer.id, id])
  })

  it('are put away and taken back', async () => {
    const { anna, id } = await start()
    await setArchived(db(), id, true)
    expect(await listBoards(db(), anna.id)).toEqual([])
    expect(await listBoards(db(), anna.id, 'archived')).toMatchObject([{ id }])
    await setArchived(db(), id, false)
    expect(await listBoards(db(), anna.id)).toMatchObject([{ id }])
  })

  it('stay in the bin for 30 days, for their owners', async () => {
    const { anna, id } = await start()
    const ben = await anyone(db(), 'ben@zorg.nl')
    await setMember(db(), { boardId: id, userId: ben.id, role: 'editor' })
    expect(await deleteBoard(db(), id, anna.id)).toMatchObject({ ok: true })
    expect(await deleteBoard(db(), id, anna.id)).toMatchObject({ code: 'board.missing' })
    expect(await findBoardFor(db(), id, anna.id)).toBeNull()
    expect(await findRole(db(), id, anna.id)).toBeNull()
    expect(await listBoards(db(), anna.id, 'deleted')).toMatchObject([{ id }])
    expect(await listBoards(db(), ben.id, 'deleted')).toEqual([])
    expect(await restoreBoard(db(), id, ben.id)).toMatchObject({ code: 'board.missing' })
    expect(await restoreBoard(db(), id, anna.id)).toMatchObject({ ok: true })
    expect(await findBoardFor(db(), id, anna.id)).not.toBeNull()
    await deleteBoard(db(), id, anna.id)
    expect(await purgeBoards(db())).toBe(0)
    expect(await purgeBoards(db(), Date.now() + deletedBoardsKept + 1000)).toBe(1)
    expect(await findBoard(db(), id)).toBeNull()
    expect(await db().orm.select().from(db().tables.updates)).toEqual([])
  })
})

eachDatabase('members', ({ db }) => {
  it('always include an owner, and every change raises the version of the rights', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const ben = await anyone(db(), 'ben@zorg.nl')
    const { id } = await createBoard(db(), { title: 'x', owner: anna.id, seedUpdate, nodeCount: 1 })
    expect(await setMember(db(), { boardId: id, userId: anna.id, role: 'viewer' })).toMatchObject({
      code: 'member.last-owner',
    })
    expect(await removeMember(db(), id, anna.id)).toMatchObject({ code: 'member.last-owner' })
    const before = (await findBoard(db(), id))!.aclVersion
    await setMember(db(), { boardId: id, userId: ben.id, role: 'owner' })
    expect((await findBoard(db(), id))!.aclVersion).toBe(before + 1)
    const both = await Promise.all([removeMember(db(), id, anna.id), removeMember(db(), id, ben.id)])
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true])
    expect(await listMembers(db(), id)).toHaveLength(1)
    expect(await removeMember(db(), id, newId())).toMatchObject({ code: 'account.missing' })
  })
})

eachDatabase('invitations', ({ db }) => {
  it('work once, for seven days, until they are taken back', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl', { isAdmin: true })
    const ben = await anyone(db(), 'ben@zorg.nl')
    const { id } = await createBoard(db(), { title: 'Regio', owner: anna.id, seedUpdate, nodeCount: 1 })
    const link = await createInvitation(db(), {
      createdBy: anna.id,
      email: 'ben@zorg.nl',
      board: { id, role: 'editor' },
    })
    expect(await findInvitation(db(), link.secret)).toMatchObject({
      boardTitle: 'Regio',
      inviter: 'anna',
      boardRole: 'editor',
    })
    expect(await findInvitation(db(), link.secret, Date.now() + week + 1000)).toBeNull()
    expect(await listInvitations(db(), { boardId: id })).toMatchObject([{ id: link.id }])
    const uses = await Promise.all([
      acceptInvitation(db(), link.secret, ben.id),
      acceptInvitation(db(), link.secret, ben.id),
    ])
    expect(uses.filter((use) => use.ok)).toEqual([{ ok: true, value: { boardId: id } }])
    expect(await findRole(db(), id, ben.id)).toBe('editor')
    expect(await findInvitation(db(), link.secret)).toBeNull()

    const second = await createInvitation(db(), { createdBy: anna.id })
    expect(await revokeInvitation(db(), second.id)).toMatchObject({ ok: true })
    expect(await revokeInvitation(db(), second.id)).toMatchObject({ code: 'invitation.invalid' })
    expect(await acceptInvitation(db(), second.secret, ben.id)).toMatchObject({ code: 'invitation.invalid' })
    expect(await listInvitations(db(), 'all')).toEqual([])
  })

  it('leave the role of someone who is on the board already', async () => {
    const anna = await anyone(db(), 'anna@zorg.nl')
    const { id } = await createBoard(db(), { title: 'Regio', owner: anna.id, seedUpdate, nodeCount: 1 })
    const link = await createInvitation(db(), { createdBy: anna.id, board: { id, role: 'viewer' } })
    await acceptInvitation(db(), link.secret, anna.id)
    expect(await findRole(db(), id, anna.id)).toBe('owner')
  })
})
