import type { BoardRole } from '#lib/access/access.ts'
import type { Result } from '#lib/result.ts'

/** Roles one can give on a board as a whole. */
export const givableRoles = ['owner', 'editor', 'viewer'] as const satisfies readonly BoardRole[]

export type MemberModel = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: BoardRole
  readonly isMe: boolean
}

/** Who is on a board, and whether the one who asks may change that. */
export type MembersModel = { readonly members: readonly MemberModel[]; readonly mayManage: boolean }

/** What the members dialog can ask of the server; each call checks the rights of who asks. */
export type MemberActions = {
  readonly list: (boardId: string) => Promise<Result<MembersModel>>
  /** Gives someone with an account a role; `account.missing` when nobody has this address. Answers their name. */
  readonly add: (
    boardId: string,
    email: string,
    role: BoardRole,
  ) => Promise<Result<{ readonly name: string }>>
  readonly change: (boardId: string, userId: string, role: BoardRole) => Promise<Result>
  readonly remove: (boardId: string, userId: string) => Promise<Result>
  /** Answers the address of a link that works once. */
  readonly invite: (boardId: string, role: BoardRole) => Promise<Result<{ readonly url: string }>>
}
