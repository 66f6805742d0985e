import type { Result } from '#lib/result.ts'

/** An account as an administrator sees it. Times in ms. */
export type PersonModel = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isAdmin: boolean
  readonly isDisabled: boolean
  readonly isMe: boolean
  readonly createdAt: number
}

/** An invitation that can still be used. Times in ms. */
export type InvitationModel = {
  readonly id: string
  readonly email: string | null
  readonly boardTitle: string | null
  readonly expiresAt: number
}

/** What the administration can ask of the server; each call checks that an administrator asks. */
export type AdministrationActions = {
  readonly setAdmin: (userId: string, isAdmin: boolean) => Promise<Result>
  readonly setDisabled: (userId: string, disabled: boolean) => Promise<Result>
  /** Answers the address of a link that works once; `who` only labels it. */
  readonly invite: (who: string) => Promise<Result<{ readonly url: string }>>
  readonly revokeInvitation: (id: string) => Promise<Result>
  readonly setOpenSignUp: (open: boolean) => Promise<Result>
}
