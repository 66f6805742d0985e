import { createRef, type RefObject } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { CanvasHandle } from '#components/canvas/handle.ts'
import type { ViewPort } from '#lib/commands/command.ts'
import { type Clipboard, createClipboard } from './clipboard.ts'
import type { Connection } from './connect.ts'
import { type BoardAddress, createSession } from './create-session.ts'
import type { Notices } from './notices.ts'
import { unfoldedTo } from './opening.ts'
import type { BoardSession } from './session.ts'
import { createShellStore, type ShellState } from './shell-store.ts'
import type { Unsaved } from './unsaved.ts'
import { createViewPort } from './view-port.ts'

/** An open board with the page round it: what every component of the board screen works with. */
export type OpenBoard = {
  readonly session: BoardSession
  readonly connection: Connection
  readonly notices: Notices
  readonly unsaved: Unsaved
  readonly shell: StoreApi<ShellState>
  readonly port: ViewPort
  readonly clipboard: Clipboard
  readonly canvas: RefObject<CanvasHandle | null>
  readonly titleField: RefObject<HTMLInputElement | null>
  /** Opens what is folded above a node and brings it into sight in every view. */
  readonly goTo: (id: string) => void
  /** Gives the keyboard focus to the view this person works in. */
  readonly focusBoard: () => void
  /** Ends the page's hold on the board; what is not stored yet is still sent. */
  readonly destroy: () => void
}

/** Opens a board for this page. To be called in the browser only. */
export function createOpenBoard(address: BoardAddress): OpenBoard {
  const storage = browserStorage()
  const shell = createShellStore(storage)
  const canvas = createRef<CanvasHandle>()
  const titleField = createRef<HTMLInputElement>()
  const place = () => placeOfWork(opened.session, shell)
  const onOpened = () => shell.setState({ opened: true })
  // The canvas lays out in answer to the view; a frame later the node has its place.
  const reveal = (id: string) => void requestAnimationFrame(() => canvas.current?.reveal(id))
  const opened = createSession(address, { storage, place, reveal, onOpened })
  const { session } = opened
  const goTo = (id: string) => {
    const { collapsed } = session.view.getState()
    const open = unfoldedTo(session.store.tree(), collapsed, id)
    if (open !== collapsed) session.view.setState({ collapsed: open })
    reveal(id)
  }
  const renameBoard = () => {
    titleField.current?.focus()
    titleField.current?.select()
  }
  const clipboard = createClipboard({ ...opened, shell })
  return {
    ...opened,
    shell,
    canvas,
    titleField,
    clipboard,
    goTo,
    focusBoard: () => focusPlace(place(), canvas.current),
    port: createViewPort({ session, shell, canvas, place, goTo, renameBoard, clipboard }),
  }
}

/** The view with the focus; else the only one shown, the canvas when both are. */
function placeOfWork(session: BoardSession, shell: StoreApi<ShellState>): 'canvas' | 'list' {
  const pane = shownPane(session.view.getState().pane, shell.getState().narrow)
  if (pane !== 'both') return pane
  return document.activeElement?.closest('[data-place]')?.getAttribute('data-place') === 'list'
    ? 'list'
    : 'canvas'
}

/** What a pane choice shows: a narrow screen has room for one view, the list. */
export const shownPane = (pane: 'canvas' | 'list' | 'both', narrow: boolean): 'canvas' | 'list' | 'both' =>
  narrow && pane === 'both' ? 'list' : pane

function focusPlace(place: 'canvas' | 'list', canvas: CanvasHandle | null): void {
  if (place === 'canvas' && canvas) canvas.focus()
  else document.querySelector<HTMLElement>('[data-place="list"] [role="tree"]')?.focus()
}

/** The browser's memory, or null where it is forbidden. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
