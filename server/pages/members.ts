import { type BoardRole, can, isBoardRole } from '#lib/access/access.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { createInvitation } from '#server/db/invitations.ts'
import { findRole, listMembers, removeMember, setMember } from '#server/db/members.ts'
import { findUserByEmail, toEmail } from '#server/db/users.ts'
import { hub } from '#server/hub.ts'
import { invitationUrl } from '#server/pages/address.ts'
import { runtime } from '#server/runtime.ts'

/** Who is on a board, for one of its members. */
export async function readMembers(person: RequestUser, boardId: string) {
  const { db } = runtime()
  const role = await findRole(db, boardId, person.userId)
  if (!can(role, 'read')) return problem('board.missing')
  const members = await listMembers(db, boardId)
  return ok({
    members: members.map(({ userId, name, email, role }) => ({
      userId,
      name,
      email,
      role,
      isMe: userId === person.userId,
    })),
    mayManage: can(role, 'manage'),
  })
}

/** Gives someone who has an account a role on a board. */
export async function addMemberByEmail(
  person: RequestUser,
  boardId: string,
  address: string,
  role: unknown,
): Promise<Result<{ name: string }>> {
  const { db } = runtime()
  const allowed = await mayGive(person, boardId, role)
  if (!allowed.ok) return allowed
  const email = toEmail(address)
  if (!email.ok) return email
  const user = await findUserByEmail(db, email.value)
  if (!user) return problem('account.missing')
  const set = await setMember(db, { boardId, userId: user.id, role: allowed.value })
  return set.ok ? ok({ name: user.name }) : set
}

/** Gives someone on a board another role. Their open pages come back with it. */
export async function changeMember(
  person: RequestUser,
  boardId: string,
  userId: string,
  role: unknown,
): Promise<Result> {
  const { db } = runtime()
  const allowed = await mayGive(person, boardId, role)
  if (!allowed.ok) return allowed
  if ((await findRole(db, boardId, userId)) === null) return problem('account.missing')
  const changed = await setMember(db, { boardId, userId, role: allowed.value })
  if (changed.ok) hub().disconnect({ boardId, userId })
  return changed
}

/** Takes someone off a board; everyone may take themselves off. */
export async function removeFromBoard(person: RequestUser, boardId: string, userId: string): Promise<Result> {
  const { db } = runtime()
  const role = await findRole(db, boardId, person.userId)
  if (role === null) return problem('board.missing')
  if (userId !== person.userId && !can(role, 'manage')) return problem('right.missing')
  const removed = await removeMember(db, boardId, userId)
  if (removed.ok) hub().disconnect({ boardId, userId })
  return removed
}

/** Makes a link that brings a newcomer onto a board. */
export async function inviteToBoard(
  person: RequestUser,
  boardId: string,
  role: unknown,
): Promise<Result<{ url: string }>> {
  const allowed = await mayGive(person, boardId, role)
  if (!allowed.ok) return allowed
  const { secret } = await createInvitation(runtime().db, {
    createdBy: person.userId,
    board: { id: boardId, role: allowed.value },
  })
  return ok({ url: await invitationUrl(secret) })
}

async function mayGive(person: RequestUser, boardId: string, role: unknown): Promise<Result<BoardRole>> {
  const mine = await findRole(runtime().db, boardId, person.userId)
  if (mine === null) return problem('board.missing')
  if (!can(mine, 'manage')) return problem('right.missing')
  return isBoardRole(role) ? ok(role) : problem('args.invalid', { name: 'role' })
}
