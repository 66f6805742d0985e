import type { Viewport } from './handle.ts'

/** Where this person last looked at a board, kept in the browser. */

const keyOf = (boardId: string) => `bollenboom.viewport.${boardId}`

/** The viewport kept for a board, or null when there is none that makes sense. */
export function readViewport(storage: Storage | null, boardId: string): Viewport | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(keyOf(boardId)) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { x, y, zoom } = value as Record<string, unknown>
    const sound =
      [x, y, zoom].every((part) => typeof part === 'number' && Number.isFinite(part)) && (zoom as number) > 0
    return sound ? { x: x as number, y: y as number, zoom: zoom as number } : null
  } catch {
    return null
  }
}

export function keepViewport(storage: Storage | null, boardId: string, view: Viewport): void {
  try {
    storage?.setItem(keyOf(boardId), JSON.stringify(view))
  } catch {
    // A full or forbidden storage costs the memory of the view, nothing else.
  }
}

/** The browser's storage, or null where it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
