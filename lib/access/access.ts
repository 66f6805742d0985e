/** Who may do what: one definition for the sync server, the routes and the interface. */

export const boardRoles = ['owner', 'editor', 'branch editor', 'commenter', 'viewer'] as const
export type BoardRole = (typeof boardRoles)[number]

export const actions = ['read', 'edit', 'manage'] as const
/** `read` the board and its figures, `edit` its content, `manage` it: rename, archive, delete, members. */
export type Action = (typeof actions)[number]

const allowed: Readonly<Record<BoardRole, readonly Action[]>> = {
  owner: ['read', 'edit', 'manage'],
  editor: ['read', 'edit'],
  'branch editor': ['read'],
  commenter: ['read'],
  viewer: ['read'],
}

/** Whether someone with `role` on a board (null: no member) may do `action`. */
export function can(role: BoardRole | null, action: Action): boolean {
  return role !== null && allowed[role].includes(action)
}

export const isBoardRole = (value: unknown): value is BoardRole => boardRoles.includes(value as BoardRole)
