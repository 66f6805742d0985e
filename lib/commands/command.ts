import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Tree } from '#lib/board/tree.ts'
import type { Result } from '#lib/result.ts'

/** A user action as one object; toolbar, palette, context menu, shortcut sheet and the HTTP interface all read it. */

/** A key in the notation of the registry: modifiers `Mod` (Ctrl, or Cmd on a Mac), `Shift`, `Alt` joined by `+` before the `KeyboardEvent.key`. */
export type Keys = string

/** Where a command shows itself besides its keys. */
export type Menu = 'toolbar' | 'context' | 'link' | 'palette' | 'list'

/** Heads of the shortcut sheet and the palette, in this order. */
export const commandGroups = [
  'create',
  'edit',
  'move',
  'select',
  'link',
  'clipboard',
  'history',
  'view',
  'find',
  'file',
] as const
export type CommandGroup = (typeof commandGroups)[number]

/** What a command may know of the page it is called from. All of it is local to this person. */
export type Ui = {
  readonly tree: Tree
  /** Selected nodes in the order of selecting; the last one has the focus. */
  readonly selected: readonly string[]
  readonly selectedLink: string | null
  /** Branches folded by this person. */
  readonly collapsed: ReadonlySet<string>
  readonly mayEdit: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly pane: Pane
  readonly orientation: Orientation
}

/** What the page should do after a command: select nodes, open a title for typing, say what happened. */
export type Outcome = {
  readonly select?: readonly string[]
  readonly edit?: string
  /** A message key below `said` with its values, spoken to screen readers and shown when `toast` is set. */
  readonly said?: {
    readonly key: string
    readonly values?: Readonly<Record<string, string | number>>
    readonly toast?: boolean
  }
}

type Common = {
  /** `node.add-child`: the aggregate, a dot, what it does. The title is the message `commands.<id>`. */
  readonly id: string
  readonly group: CommandGroup
  readonly keys: readonly Keys[]
  readonly menus: readonly Menu[]
  /** A name of the icon family used in the interface (lucide, kebab-case). */
  readonly icon?: string
}

/** A command on the board itself: one transaction, undone as one step, callable over HTTP. */
export type BoardCommand<Args = unknown> = Common & {
  readonly kind: 'board'
  readonly args: z.ZodType<Args>
  /** The arguments for the present selection, or null when the command has no meaning there (it is greyed out, its key stays free). */
  readonly fromUi: (ui: Ui) => Args | null
  /** Runs inside the one transaction that `run` opens. Refusals change nothing. */
  readonly run: (doc: Y.Doc, tree: Tree, args: Args) => Result<Outcome>
  /** Arguments for a random but sensible call, null when the tree offers none. Feeds the fuzz test. */
  readonly example: (tree: Tree, random: () => number) => Args | null
}

/** A command on this person's view: never shared, never undone, not callable over HTTP. */
export type ViewCommand = Common & {
  readonly kind: 'view'
  readonly available: (ui: Ui) => boolean
  readonly run: (view: ViewPort, ui: Ui) => void
}

export type Command = BoardCommand | ViewCommand

export type Pane = 'canvas' | 'list' | 'both'
export type Orientation = 'right' | 'down'

/** What view commands can ask of the page. The page implements it; a test implements it with a recorder. */
export type ViewPort = {
  readonly select: (ids: readonly string[]) => void
  /** Opens a title for typing; `typed` replaces it from the first key. */
  readonly edit: (id: string, typed?: string) => void
  readonly setCollapsed: (ids: ReadonlySet<string>) => void
  readonly setPane: (pane: Pane) => void
  readonly setOrientation: (orientation: Orientation) => void
  readonly fit: () => void
  readonly fitSelection: () => void
  readonly zoomTo: (zoom: number) => void
  readonly zoomBy: (factor: number) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly open: (dialog: Dialog) => void
  readonly copy: (ids: readonly string[], cut: boolean) => void
  readonly paste: () => void
  readonly copyImage: () => void
  /** Moves the focus to the nearest node in a direction of the layout. */
  readonly walk: (direction: 'up' | 'down' | 'left' | 'right', extend: boolean) => void
  /** Starts choosing the other end of a link by keyboard. */
  readonly startLink: (from: string) => void
}

export type Dialog = 'find' | 'palette' | 'shortcuts' | 'export' | 'import' | 'filter' | 'rename'
