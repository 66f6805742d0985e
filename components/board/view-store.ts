import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Orientation, Pane } from '#lib/commands/command.ts'
import type { Filter, ViewState } from './session.ts'

/** What of a view outlives the page, per board and browser. */
export type StoredView = {
  readonly collapsed: readonly string[]
  readonly pane: Pane
  readonly orientation: Orientation
}

const panes: readonly Pane[] = ['canvas', 'list', 'both']

/** The view of one board: from what the browser remembers and, for the filter, from the address. */
export function createViewStore(stored: StoredView | null, filter: Filter, pane: Pane): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({
    selected: [],
    selectedLink: null,
    editing: null,
    collapsed: new Set(stored?.collapsed),
    pane: stored?.pane ?? pane,
    orientation: stored?.orientation ?? 'right',
    filter,
    found: null,
    linkingFrom: null,
  }))
}

const keyOf = (boardId: string) => `bollenboom.view.${boardId}`

/** The view kept for a board, or null when there is none that can be read. */
export function readStoredView(storage: Storage | null, boardId: string): StoredView | null {
  try {
    return parseView(JSON.parse(storage?.getItem(keyOf(boardId)) ?? 'null'))
  } catch {
    return null
  }
}

/** Keeps the view of a board from now on; returns the way out. */
export function keepView(view: StoreApi<ViewState>, storage: Storage | null, boardId: string): () => void {
  return view.subscribe((now, before) => {
    if (
      now.collapsed === before.collapsed &&
      now.pane === before.pane &&
      now.orientation === before.orientation
    )
      return
    const stored: StoredView = { collapsed: [...now.collapsed], pane: now.pane, orientation: now.orientation }
    try {
      storage?.setItem(keyOf(boardId), JSON.stringify(stored))
    } catch {
      // A full or forbidden storage costs the memory of the view, nothing else.
    }
  })
}

function parseView(value: unknown): StoredView | null {
  if (typeof value !== 'object' || value === null) return null
  const { collapsed, pane, orientation } = value as Record<string, unknown>
  return {
    collapsed: Array.isArray(collapsed) ? collapsed.filter((id): id is string => typeof id === 'string') : [],
    pane: panes.find((known) => known === pane) ?? 'canvas',
    orientation: orientation === 'down' ? 'down' : 'right',
  }
}
