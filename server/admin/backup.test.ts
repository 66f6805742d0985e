import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backup, restore } from '#server/admin/backup.ts'
import { anyone } from '#server/auth/testkit.ts'
import { createBoard, findBoardFor } from '#server/db/boards.ts'
import type { Database } from '#server/db/client.ts'
import { eraseUser } from '#server/db/erase.ts'
import { createInvitation } from '#server/db/invitations.ts'
import { findRole, listMembers, setMember } from '#server/db/members.ts'
import { addSession } from '#server/db/sessions.ts'
import { writeSettings } from '#server/db/settings.ts'
import { eachDatabase, emptyDatabase } from '#server/db/testkit.ts'
import { createAccessToken } from '#server/db/tokens.ts'
import { countUsers } from '#server/db/users.ts'

const seedUpdate = new TextEncoder().encode('123456789')
let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bollenboom-backup-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

async function fill(db: Database) {
  const anna = await anyone(db, 'anna@zorg.nl', { isAdmin: true, passwordHash: 'x' })
  const ben = await anyone(db, 'ben@zorg.nl')
  await db.transaction((tx) => addSession(tx, anna.id))
  await createAccessToken(db, { userId: anna.id, name: 'script' })
  await writeSettings(db, { openSignUp: true }, anna.id)
  const { id } = await createBoard(db, { title: 'Regio', owner: ben.id, seedUpdate, nodeCount: 1 })
  await createInvitation(db, { createdBy: anna.id, email: 'ben@zorg.nl', board: { id, role: 'viewer' } })
  return { anna, ben, boardId: id }
}

async function everything(db: Database) {
  const rows: Record<string, unknown> = {}
  for (const [name, table] of Object.entries(db.tables))
    rows[name] = await db.orm.select().from(table as typeof db.tables.users)
  return rows
}

eachDatabase('a backup', ({ db }) => {
  it('brings everything back', async () => {
    await fill(db())
    const before = await everything(db())
    const file = join(directory, 'all.backup')
    expect(await backup(db(), file)).toMatchObject({ users: 2, boards: 1, updates: 1, snapshots: 1 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await emptyDatabase(db())
    await restore(db(), file, false)
    expect(await everything(db())).toEqual(before)
  })

  it('is not restored over what is there, unless told to', async () => {
    const file = join(directory, 'all.backup')
    await fill(db())
    await backup(db(), file)
    await anyone(db(), 'later@zorg.nl')
    await expect(restore(db(), file, false)).rejects.toThrow('add --force')
    expect(await countUsers(db())).toBe(3)
    await restore(db(), file, true)
    expect(await countUsers(db())).toBe(2)
  })

  it('changes nothing when it is cut off or something else', async () => {
    const { anna } = await fill(db())
    const whole = join(directory, 'all.backup')
    await backup(db(), whole)
    const lines = gunzipSync(readFileSync(whole)).toString().trimEnd().split('\n')
    for (const [name, content] of [
      ['cut', gzipSync(lines.slice(0, -1).join('\n'))],
      ['lacking', gzipSync([...lines.slice(0, 2), ...lines.slice(3)].join('\n'))],
      ['torn', gzipSync(lines.join('\n')).subarray(0, 200)],
      ['text', Buffer.from('hello')],
      ['json', gzipSync('{"a":1}')],
    ] as const) {
      writeFileSync(join(directory, name), content)
      await expect(restore(db(), join(directory, name), true)).rejects.toThrow(
        /The backup .* (is not whole|cannot be read)/,
      )
    }
    await expect(restore(db(), join(directory, 'absent'), true)).rejects.toThrow('cannot be read')
    expect(await countUsers(db())).toBe(2)
    expect(await findBoardFor(db(), 'none', anna.id)).toBeNull()
  })

  it('leaves no half file behind', async () => {
    await expect(backup(db(), join(directory, 'no', 'such', 'place'))).rejects.toThrow()
    expect(readdirSync(directory)).toEqual([])
  })
})

eachDatabase('erasing a person', ({ db }) => {
  it('keeps their boards, for an administrator when nobody else owns them', async () => {
    const { anna, ben, boardId } = await fill(db())
    expect(await eraseUser(db(), 'ben@zorg.nl')).toEqual({ ok: true, value: { boardsHandedOver: 1 } })
    expect(await findRole(db(), boardId, anna.id)).toBe('owner')
    expect(await listMembers(db(), boardId)).toHaveLength(1)
    expect(JSON.stringify(await everything(db()))).not.toMatch(new RegExp(`ben@zorg|${ben.id}`))
  })

  it('leaves a board with its other owner', async () => {
    const { anna, boardId } = await fill(db())
    const eva = await anyone(db(), 'eva@zorg.nl')
    await setMember(db(), { boardId, userId: eva.id, role: 'owner' })
    expect(await eraseUser(db(), 'ben@zorg.nl')).toMatchObject({ value: { boardsHandedOver: 0 } })
    expect(await findRole(db(), boardId, anna.id)).toBeNull()
  })

  it('refuses the last administrator and an unknown address', async () => {
    await fill(db())
    expect(await eraseUser(db(), 'anna@zorg.nl')).toMatchObject({ code: 'account.last-administrator' })
    expect(await eraseUser(db(), 'nobody@zorg.nl')).toMatchObject({ code: 'account.missing' })
  })
})
