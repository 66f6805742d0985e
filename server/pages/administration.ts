import { ok, problem, type Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { findBoard } from '#server/db/boards.ts'
import { createInvitation, listInvitations, revokeInvitation } from '#server/db/invitations.ts'
import { readSettings, writeSettings } from '#server/db/settings.ts'
import { listUsers, setAdmin, setDisabled } from '#server/db/users.ts'
import { hub } from '#server/hub.ts'
import { invitationUrl } from '#server/pages/address.ts'
import { runtime } from '#server/runtime.ts'

/** What the page of administration shows. */
export async function readAdministration(person: RequestUser) {
  const { db } = runtime()
  const [users, invitations, { openSignUp }] = await Promise.all([
    listUsers(db),
    listInvitations(db, 'all'),
    readSettings(db),
  ])
  const people = users.map(({ id, name, email, isAdmin, disabledAt, createdAt }) => ({
    id,
    name,
    email,
    isAdmin,
    isDisabled: disabledAt !== null,
    isMe: id === person.userId,
    createdAt,
  }))
  return { people, invitations: await Promise.all(invitations.map(withBoardTitle)), openSignUp }
}

async function withBoardTitle({
  id,
  email,
  boardId,
  expiresAt,
}: {
  id: string
  email: string | null
  boardId: string | null
  expiresAt: number
}) {
  const board = boardId === null ? null : await findBoard(runtime().db, boardId)
  return { id, email, boardTitle: board?.title ?? null, expiresAt }
}

/** Makes someone administrator or takes it away. */
export const changeAdmin = (userId: string, isAdmin: boolean): Promise<Result> =>
  setAdmin(runtime().db, userId, isAdmin)

/** Blocks an account, closing its open boards at once, or lets it in again. */
export async function changeDisabled(
  person: RequestUser,
  userId: string,
  disabled: boolean,
): Promise<Result> {
  if (userId === person.userId) return problem('right.missing')
  const changed = await setDisabled(runtime().db, userId, disabled)
  if (changed.ok && disabled) hub().disconnect({ userId })
  return changed
}

/** Makes a link for a newcomer; `who` is only a label. */
export async function inviteNewcomer(person: RequestUser, who: string): Promise<Result<{ url: string }>> {
  const { secret } = await createInvitation(runtime().db, {
    createdBy: person.userId,
    email: who.trim().slice(0, 200) || null,
  })
  return ok({ url: await invitationUrl(secret) })
}

/** Takes a link back that was not used. */
export const dropInvitation = (id: string): Promise<Result> => revokeInvitation(runtime().db, id)

/** Opens or closes the door for people without an invitation. */
export async function changeOpenSignUp(person: RequestUser, openSignUp: boolean): Promise<Result> {
  await writeSettings(runtime().db, { openSignUp }, person.userId)
  return ok(undefined)
}
