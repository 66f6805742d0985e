import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '#lib/ids.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { hub } from '#server/hub.ts'
import {
  archiveBoard,
  binBoard,
  copyBoard,
  readBoard,
  readBoards,
  renameBoard,
  unbinBoard,
} from '#server/pages/boards.ts'
import {
  addMemberByEmail,
  changeMember,
  inviteToBoard,
  readMembers,
  removeFromBoard,
} from '#server/pages/members.ts'
import { asReader, startPages } from '#server/pages/testkit.ts'
import type { LiveBoards } from '#server/sync/live-boards.ts'
import { addBoard, addPerson } from '#server/sync/testkit.ts'

eachDatabase('the pages of boards', ({ db }) => {
  let live: LiveBoards
  let anna: RequestUser
  let bram: RequestUser
  let boardId: string
  beforeEach(async () => {
    live = startPages(db())
    const owner = await addPerson(db(), 'Anna')
    anna = await asReader(db(), owner)
    bram = await asReader(db(), await addPerson(db(), 'Bram'))
    boardId = await addBoard(db(), owner, 'Regioplan')
  })
  afterEach(() => live.close())

  const titles = async (person: RequestUser, view: 'active' | 'archived' | 'bin' = 'active') =>
    (await readBoards(person, view)).map((board) => board.title)

  it('lists mine and nobody else’s', async () => {
    expect(await readBoards(anna, 'active')).toMatchObject([
      { id: boardId, title: 'Regioplan', role: 'owner', nodeCount: 1, here: [], daysLeft: null },
    ])
    expect(await titles(bram)).toEqual([])
  })

  it('answers an outsider the same for a board that is there and one that is not', async () => {
    const strange = { ok: false, code: 'board.missing' }
    for (const id of [boardId, newId(), 'no id at all']) {
      expect(await readBoard(bram, id)).toBeNull()
      expect(await renameBoard(bram, id, 'Mine now')).toEqual(strange)
      expect(await archiveBoard(bram, id, true)).toEqual(strange)
      expect(await binBoard(bram, id)).toEqual(strange)
      expect(await copyBoard(bram, id, 'Copy')).toEqual(strange)
      expect(await readMembers(bram, id)).toEqual(strange)
      expect(await inviteToBoard(bram, id, 'owner')).toEqual(strange)
    }
  })

  it('renames the document, and the list with it', async () => {
    expect(await renameBoard(anna, boardId, '  Plan 2027 ')).toMatchObject({ ok: true })
    expect(await titles(anna)).toEqual(['Plan 2027'])
    expect(await hub().read(boardId)).toMatchObject({ value: { tree: { meta: { title: 'Plan 2027' } } } })
    expect(await renameBoard(anna, boardId, ' ')).toMatchObject({ code: 'args.invalid' })
    expect(await renameBoard(anna, boardId, 'x'.repeat(501))).toMatchObject({ code: 'title.too-long' })
  })

  it('puts a board away and takes it back', async () => {
    await archiveBoard(anna, boardId, true)
    expect([await titles(anna), await titles(anna, 'archived')]).toEqual([[], ['Regioplan']])
    await archiveBoard(anna, boardId, false)
    expect(await titles(anna)).toEqual(['Regioplan'])
  })

  it('keeps a deleted board in the bin of its owners for 30 days', async () => {
    await addMemberByEmail(anna, boardId, bram.email, 'editor')
    await binBoard(anna, boardId)
    expect([await titles(anna), await titles(bram), await titles(bram, 'bin')]).toEqual([[], [], []])
    expect(await readBoards(anna, 'bin')).toMatchObject([{ title: 'Regioplan', daysLeft: 30 }])
    expect(await unbinBoard(bram, boardId)).toMatchObject({ code: 'board.missing' })
    expect(await unbinBoard(anna, boardId)).toMatchObject({ ok: true })
    expect(await titles(bram)).toEqual(['Regioplan'])
  })

  it('copies a board for a reader, who owns the copy', async () => {
    await addMemberByEmail(anna, boardId, bram.email, 'viewer')
    expect(await copyBoard(bram, boardId, 'Mijn kopie')).toMatchObject({ ok: true })
    expect((await readBoards(bram, 'active')).map(({ title, role }) => [title, role])).toContainEqual([
      'Mijn kopie',
      'owner',
    ])
  })

  it('lets owners alone decide who is on a board', async () => {
    expect(await addMemberByEmail(anna, boardId, ' BRAM@unknown.example', 'viewer')).toMatchObject({
      code: 'account.missing',
    })
    expect(await addMemberByEmail(anna, boardId, bram.email.toUpperCase(), 'viewer')).toEqual({
      ok: true,
      value: { name: 'Bram' },
    })
    for (const refused of [
      await addMemberByEmail(bram, boardId, anna.email, 'viewer'),
      await changeMember(bram, boardId, bram.userId, 'owner'),
      await removeFromBoard(bram, boardId, anna.userId),
      await inviteToBoard(bram, boardId, 'viewer'),
      await renameBoard(bram, boardId, 'Mine now'),
    ])
      expect(refused).toMatchObject({ code: 'right.missing' })
    expect(await readMembers(bram, boardId)).toMatchObject({
      value: { mayManage: false, members: [{ name: 'Anna' }, { name: 'Bram', isMe: true }] },
    })
    expect(await changeMember(anna, boardId, bram.userId, 'captain')).toMatchObject({ code: 'args.invalid' })
    expect(await changeMember(anna, boardId, bram.userId, 'editor')).toMatchObject({ ok: true })
    expect(await removeFromBoard(bram, boardId, bram.userId)).toMatchObject({ ok: true })
    expect(await readBoard(bram, boardId)).toBeNull()
  })

  it('never leaves a board without an owner', async () => {
    expect(await removeFromBoard(anna, boardId, anna.userId)).toMatchObject({ code: 'member.last-owner' })
    expect(await changeMember(anna, boardId, anna.userId, 'viewer')).toMatchObject({
      code: 'member.last-owner',
    })
  })

  it('makes an invitation under the address of this site', async () => {
    expect(await inviteToBoard(anna, boardId, 'editor')).toMatchObject({
      value: { url: expect.stringMatching(/^https:\/\/board\.example\.org\/invitation\/\S{20,}$/) },
    })
  })
})
