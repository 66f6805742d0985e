import type { BoardRole } from '#lib/access/access.ts'
import { type Action, can } from '#lib/access/access.ts'
import { writeEntry } from '#lib/board/edit.ts'
import { yMeta } from '#lib/board/read.ts'
import { limits } from '#lib/board/schema.ts'
import { isUuid } from '#lib/ids.ts'
import { done, ok, problem, type Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import {
  deleteBoard,
  deletedBoardsKept,
  findBoardFor,
  listBoards,
  restoreBoard,
  setArchived,
} from '#server/db/boards.ts'
import { findRole } from '#server/db/members.ts'
import { hub } from '#server/hub.ts'
import { runtime } from '#server/runtime.ts'

const day = 24 * 60 * 60 * 1000
const states = { active: 'active', archived: 'archived', bin: 'deleted' } as const

/** A person's boards for a list, last change first, with who has them open. Times in ms. */
export async function readBoards({ userId }: RequestUser, view: keyof typeof states) {
  const boards = await listBoards(runtime().db, userId, states[view])
  const there = hub().whoIsThere(boards.map((board) => board.id))
  return boards.map(({ id, title, role, nodeCount, updatedAt, updatedByName, deletedAt }) => ({
    id,
    title,
    role,
    nodeCount,
    updatedAt,
    updatedByName,
    here: (there.get(id) ?? []).map((person) => person.name),
    daysLeft:
      deletedAt === null ? null : Math.max(0, Math.ceil((deletedAt + deletedBoardsKept - Date.now()) / day)),
  }))
}

/** A board for one of its members; null when it is deleted, unknown or not theirs. */
export async function readBoard({ userId }: RequestUser, boardId: string) {
  return isUuid(boardId) ? findBoardFor(runtime().db, boardId, userId) : null
}

/** Gives a board another title, in its document, where everyone who has it open sees it. */
export async function renameBoard(person: RequestUser, boardId: string, wish: string): Promise<Result> {
  const title = wish.trim()
  if (title === '') return problem('args.invalid', { name: 'title' })
  if (title.length > limits.title) return problem('title.too-long', { limit: limits.title })
  return asMember(person, boardId, 'manage', () =>
    hub().run(boardId, person.userId, (doc) => {
      writeEntry(yMeta(doc), { title })
      return done
    }),
  )
}

/** Puts a board away or takes it back. */
export const archiveBoard = (person: RequestUser, boardId: string, archived: boolean): Promise<Result> =>
  asMember(person, boardId, 'manage', () => setArchived(runtime().db, boardId, archived))

/** Moves a board to the bin and closes it for everyone. */
export const binBoard = (person: RequestUser, boardId: string): Promise<Result> =>
  asMember(person, boardId, 'manage', async () => {
    const deleted = await deleteBoard(runtime().db, boardId, person.userId)
    if (deleted.ok) hub().disconnect({ boardId })
    return deleted
  })

/** Brings a board back from the bin; only its owners can. */
export const unbinBoard = ({ userId }: RequestUser, boardId: string): Promise<Result> =>
  restoreBoard(runtime().db, boardId, userId)

/** Makes a copy of a board that belongs to who asks. */
export const copyBoard = (
  person: RequestUser,
  boardId: string,
  title: string,
): Promise<Result<{ id: string }>> =>
  asMember(person, boardId, 'read', async () => {
    const copy = await hub().duplicate(boardId, person.userId, title.slice(0, limits.title))
    return copy.ok ? ok({ id: copy.value.id }) : copy
  })

async function asMember<T>(
  { userId }: RequestUser,
  boardId: string,
  action: Action,
  work: (role: BoardRole) => Promise<Result<T>>,
): Promise<Result<T>> {
  const role = isUuid(boardId) ? await findRole(runtime().db, boardId, userId) : null
  if (role === null) return problem('board.missing')
  return can(role, action) ? work(role) : problem('right.missing')
}
