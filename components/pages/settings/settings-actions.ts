import type { Result } from '#lib/result.ts'

/** A personal access token as its owner sees it again. Times in ms. */
export type TokenModel = {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
}

/** What the personal settings can ask of the server, always for the one who asks. */
export type SettingsActions = {
  readonly saveName: (name: string) => Promise<Result>
  readonly changePassword: (current: string, next: string) => Promise<Result>
  /** Answers the secret, which cannot be read again. */
  readonly createToken: (name: string) => Promise<Result<{ readonly secret: string }>>
  readonly revokeToken: (id: string) => Promise<Result>
}
