import type { BoardRole } from '#lib/access/access.ts'
import type { Result } from '#lib/result.ts'

/** What the pages of boards can ask of the server; each call checks the rights of who asks. */
export type BoardActions = {
  readonly rename: (boardId: string, title: string) => Promise<Result>
  readonly setArchived: (boardId: string, archived: boolean) => Promise<Result>
  readonly duplicate: (boardId: string, title: string) => Promise<Result<{ readonly id: string }>>
  readonly remove: (boardId: string) => Promise<Result>
  readonly restore: (boardId: string) => Promise<Result>
  readonly leave: (boardId: string) => Promise<Result>
}

/** A board in a list. Times in ms since 1970. */
export type BoardCardModel = {
  readonly id: string
  readonly title: string
  readonly role: BoardRole
  readonly nodeCount: number
  readonly updatedAt: number
  readonly updatedByName: string | null
  /** Names of the people who have it open. */
  readonly here: readonly string[]
  /** Whole days until a deleted board is gone; null when it is not deleted. */
  readonly daysLeft: number | null
}

/** Which list of boards one looks at. */
export const boardViews = ['active', 'archived', 'bin'] as const
export type BoardView = (typeof boardViews)[number]

export const viewPath: Readonly<Record<BoardView, string>> = {
  active: '/boards',
  archived: '/boards/archive',
  bin: '/boards/bin',
}
