import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Dialog } from '#lib/commands/command.ts'

/** The page round the board: what is open and how it is divided. Not shared, not part of the view's memory. */
export type ShellState = {
  /** The server has sent the board once: from now on it can be read and edited, also without a connection. */
  readonly opened: boolean
  /** The window has room for one view only. */
  readonly narrow: boolean
  readonly dialog: Dialog | null
  /** Text on its way in, when the import dialog opens with something pasted or dropped. */
  readonly incoming: string | null
  readonly panelOpen: boolean
  /** The list's share of the width when list and canvas stand side by side, 0.2 to 0.7. */
  readonly split: number
}

const key = 'bollenboom.shell'
const narrowest = 0.2
const widest = 0.7

/** The page's own state, with the panel and the splitter as this browser had them last. */
export function createShellStore(storage: Storage | null): StoreApi<ShellState> {
  const stored = readStored(storage)
  const shell = createStore<ShellState>(() => ({
    opened: false,
    narrow: false,
    dialog: null,
    incoming: null,
    panelOpen: stored.panelOpen === true,
    split: typeof stored.split === 'number' ? limitSplit(stored.split) : 0.36,
  }))
  shell.subscribe(({ panelOpen, split }, before) => {
    if (panelOpen === before.panelOpen && split === before.split) return
    try {
      storage?.setItem(key, JSON.stringify({ panelOpen, split }))
    } catch {
      // A full or forbidden storage costs this memory, nothing else.
    }
  })
  return shell
}

/** A share of the width that leaves both sides usable. */
export const limitSplit = (share: number): number =>
  Number.isFinite(share) ? Math.min(widest, Math.max(narrowest, share)) : narrowest

function readStored(storage: Storage | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
