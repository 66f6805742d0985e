import type * as Y from 'yjs'
import type { Tree } from '#lib/board/tree.ts'
import type { Result } from '#lib/result.ts'
import type { Person } from '#lib/wire/presence.ts'
import type { Scope } from '#server/sync/fanout.ts'

/** A board as it is stored at one moment. */
export type BoardView = {
  readonly boardId: string
  readonly epoch: number
  readonly seq: number
  readonly tree: Tree
  readonly doc: Y.Doc
}

/**
 * The one door from pages and HTTP routes to live boards. Rights are the caller's affair; every edit goes the same way as
 * one from a browser: into the room, to disk, then to everyone.
 */
export type Hub = {
  /** A board with everything that is committed; `board.missing` when it does not exist or is deleted. */
  readonly read: (boardId: string) => Promise<Result<BoardView>>
  /**
   * Edits a board in the name of `userId` and answers when it is stored. `mutate` works on the live document and changes
   * nothing when it refuses; when it throws, the room is closed and the stored board stays as it was.
   */
  readonly run: <T>(
    boardId: string,
    userId: string,
    mutate: (doc: Y.Doc, tree: Tree) => Result<T>,
  ) => Promise<Result<T>>
  /** A new board with `seed` as its whole first content, a Yjs V1 update. */
  readonly create: (board: { owner: string; seed: Uint8Array }) => Promise<{ id: string; epoch: number }>
  /** A copy of a board for `owner`, with `title` and a history of its own. */
  readonly duplicate: (
    boardId: string,
    owner: string,
    title: string,
  ) => Promise<Result<{ id: string; epoch: number }>>
  /** Sockets within the scope must show their rights again; call it after any change of rights, sessions or boards. */
  readonly disconnect: (scope: Scope) => void
  /** Who has each board open now, each person once. */
  readonly whoIsThere: (boardIds: readonly string[]) => ReadonlyMap<string, readonly Person[]>
  /** The tree of a stored board for small pictures; kept until the board changes. Null when it is gone. */
  readonly preview: (boardId: string, headSeq: number) => Promise<Tree | null>
}

const key = Symbol.for('bollenboom.hub')
type Global = { [key]?: Hub }

/** Makes `made` the hub of this process. */
export function setHub(made: Hub): void {
  ;(globalThis as Global)[key] = made
}

/** The hub of this process: pages live in bundles of their own and share no modules with the server, but share its globals. */
export function hub(): Hub {
  const made = (globalThis as Global)[key]
  if (!made) throw new Error('the server has not started: live boards run inside server/main.ts')
  return made
}
