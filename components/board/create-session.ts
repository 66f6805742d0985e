import * as Y from 'yjs'
import { type BoardRole, can } from '#lib/access/access.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { createUndo } from '#lib/board/undo.ts'
import type { Outcome, Ui } from '#lib/commands/command.ts'
import { commandOf } from '#lib/commands/index.ts'
import { runCommand } from '#lib/commands/run.ts'
import { problem, type Result } from '#lib/result.ts'
import { cursorColour } from '#lib/wire/cursor-colour.ts'
import { type Connection, connect } from './connect.ts'
import { filterFromQuery } from './filter.ts'
import { createNotices, type Notices } from './notices.ts'
import { createPresence } from './presence.ts'
import { applyOutcome } from './runner.ts'
import type { BoardSession } from './session.ts'
import { keepInStep } from './session-upkeep.ts'
import { followUnsaved, type Unsaved } from './unsaved.ts'
import { isNarrow } from './use-narrow.ts'
import { createViewStore, readStoredView } from './view-store.ts'

/** What a page needs to know to open a board. */
export type BoardAddress = {
  readonly boardId: string
  readonly epoch: number
  /** The role as the page was made; the server's word on the connection replaces it. */
  readonly role: BoardRole
  readonly me: { readonly userId: string; readonly name: string }
}

/** A live board and what hangs on it: made once per page, ended once. */
export type OpenedSession = {
  readonly session: BoardSession
  readonly connection: Connection
  readonly notices: Notices
  readonly unsaved: Unsaved
  /** Ends the page's part at once; the connection lives on until what was changed here is stored. */
  readonly destroy: () => void
}

export type SessionPage = {
  readonly storage: Storage | null
  /** The view in which titles open for typing. */
  readonly place: () => 'canvas' | 'list'
  /** Brings a node into sight. */
  readonly reveal: (id: string) => void
  /** Called once, when the server has sent the board. */
  readonly onOpened: () => void
}

/** Opens a board: document, store, undo, connection, presence and view, and everything that keeps them in step. */
export function createSession({ boardId, epoch, role, me }: BoardAddress, page: SessionPage): OpenedSession {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  const undo = createUndo(doc)
  const stored = readStoredView(page.storage, boardId)
  const filter = filterFromQuery(new URLSearchParams(window.location.search))
  const view = createViewStore(stored, filter, isNarrow() ? 'list' : 'canvas')
  const notices = createNotices()
  const unsaved = followUnsaved(doc)
  const connection = connect({ boardId, epoch, role, doc })
  const presence = createPresence(connection, view)
  const ended = () => connection.state() === 'gone' || connection.state() === 'refused'

  const session: BoardSession = {
    boardId,
    doc,
    store,
    view,
    undo,
    presence,
    me: { ...me, colour: cursorColour(me.userId) },
    // Not before the first sync: what is typed into a document still under way would land on an empty board [DL-21].
    get mayEdit() {
      return connection.isReady() && !ended() && can(connection.role(), 'edit')
    },
    ui: () => uiOf(session),
    run: (id, args) =>
      applyOutcome(
        { store, view, notices, place: page.place, reveal: page.reveal },
        runHere(session, connection.role(), id, args),
      ),
  }
  const letGo = keepInStep({ session, connection, notices, unsaved }, page, stored === null)
  const end = () => {
    for (const part of [connection, presence, unsaved, undo, store, doc]) part.destroy()
  }
  return { session, connection, notices, unsaved, destroy: () => letGo(end) }
}

/** What commands may know of the page. */
function uiOf({ store, view, undo, mayEdit }: BoardSession): Ui {
  const { selected, selectedLink, collapsed, pane, orientation } = view.getState()
  const canUndo = undo.canUndo()
  const canRedo = undo.canRedo()
  return {
    tree: store.tree(),
    selected,
    selectedLink,
    collapsed,
    mayEdit,
    canUndo,
    canRedo,
    pane,
    orientation,
  }
}

/** Runs a command on this document, with the arguments of the present selection when none are given. */
function runHere(session: BoardSession, role: BoardRole, id: string, args?: unknown): Result<Outcome> {
  const { doc, store, mayEdit } = session
  if (!mayEdit) return problem('right.missing')
  const command = commandOf(id)
  const given = args === undefined && command?.kind === 'board' ? command.fromUi(session.ui()) : args
  return given === null ? problem('nothing.to-do') : runCommand(doc, store, id, given, role)
}
