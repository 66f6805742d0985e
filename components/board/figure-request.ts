import type { Orientation } from '#lib/commands/command.ts'
import type { Connection } from './connect.ts'
import type { BoardSession } from './session.ts'

/** What a figure shows: the whole board (`node` null) or a branch, folded as on screen or open. */
export type FigureWish = {
  readonly node: string | null
  readonly orientation: Orientation
  readonly collapsed: readonly string[]
  readonly language: string
  readonly theme: 'print' | 'light' | 'dark'
  /** Pixels across and dots per inch; both left to the server when absent. */
  readonly width?: number
  readonly dpi?: number
}

/** How long an image waits for the last changes to be stored, ms. */
const patience = 10_000

/** The figure of the board as this person sees it now, on white. */
export function wishOf(session: BoardSession): FigureWish {
  const { collapsed, orientation } = session.view.getState()
  return {
    node: null,
    orientation,
    collapsed: [...collapsed],
    language: document.documentElement.lang,
    theme: 'print',
  }
}

/** The figure as a PNG, made by the server once it has this page's last changes. Rejects when it cannot be made. */
export async function fetchPng(
  session: BoardSession,
  connection: Connection,
  wish = wishOf(session),
): Promise<Blob> {
  await whenStored(connection)
  const response = await fetch(`/api/v1/boards/${session.boardId}/export/png`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  if (!response.ok) throw new Error(`The server answered ${response.status} to the request for an image`)
  return response.blob()
}

/** Resolves when nothing waits to be stored; rejects when that takes too long. */
function whenStored(connection: Connection): Promise<void> {
  if (!connection.hasUnsaved()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const stop = connection.subscribe(() => {
      if (connection.hasUnsaved()) return
      finish()
      resolve()
    })
    const timer = setTimeout(() => {
      finish()
      reject(new Error('The last changes are not stored yet'))
    }, patience)
    const finish = () => {
      stop()
      clearTimeout(timer)
    }
  })
}
