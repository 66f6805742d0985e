import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { NodeKind, Status } from '#lib/board/schema.ts'
import type { BoardStore } from '#lib/board/store.ts'
import type { Undo } from '#lib/board/undo.ts'
import type { Orientation, Outcome, Pane, Ui } from '#lib/commands/command.ts'
import type { Result } from '#lib/result.ts'

/** Everything a view of an open board works with. Made once per page by the board provider, the same object as long as the page lives. */
export type BoardSession = {
  readonly boardId: string
  readonly doc: Y.Doc
  readonly store: BoardStore
  readonly view: StoreApi<ViewState>
  readonly presence: Presence
  readonly me: { readonly userId: string; readonly name: string; readonly colour: string }
  readonly mayEdit: boolean
  /** Runs a board command by id in one transaction, applies its outcome to the view and reports a refusal; `args` default to `fromUi`. */
  readonly run: (commandId: string, args?: unknown) => Result<Outcome>
  /** The registry's view of this page, for `fromUi` and `available`. */
  readonly ui: () => Ui
  readonly undo: Undo
}

/** This person's view of the board: never shared, kept per board in the browser. */
export type ViewState = {
  readonly selected: readonly string[]
  readonly selectedLink: string | null
  /** The node whose title is being typed, and where: the same title shows an editor in one place only. */
  readonly editing: { readonly id: string; readonly typed?: string; readonly place: 'canvas' | 'list' } | null
  readonly collapsed: ReadonlySet<string>
  readonly pane: Pane
  readonly orientation: Orientation
  readonly filter: Filter
  /** The node ringed by find, null when none. */
  readonly found: string | null
  /** A link being made by keyboard: its start. */
  readonly linkingFrom: string | null
}

/** Empty lists mean no restriction. `owners` holds role ids, or '' for nodes without an owner. */
export type Filter = {
  readonly kinds: readonly NodeKind[]
  readonly statuses: readonly (Status | '')[]
  readonly owners: readonly string[]
}

/** A person elsewhere on this board, one entry per open page. */
export type Peer = {
  readonly clientId: number
  readonly userId: string
  readonly name: string
  readonly colour: string
  /** In board pixels. */
  readonly cursor: readonly [x: number, y: number] | null
  readonly selected: readonly string[]
  readonly editing: string | null
  /** Milliseconds (performance.now) of the last sign of life of the cursor, for fading. */
  readonly seenAt: number
}

export type Presence = {
  readonly peers: () => readonly Peer[]
  /** Called when peers come, go, move or select. */
  readonly subscribe: (listener: () => void) => () => void
  readonly setCursor: (at: readonly [x: number, y: number] | null) => void
}
