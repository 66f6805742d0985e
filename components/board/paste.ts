import * as Y from 'yjs'
import { readTree } from '#lib/board/store.ts'
import { type Branch, readBranch } from '#lib/commands/branch.ts'
import { readOutline } from '#lib/import/index.ts'
import { readBoardJson, writeBoard } from '#lib/import/json.ts'
import type { ImportNote } from '#lib/import/messages.ts'
import { ok, type Result } from '#lib/result.ts'
import type { BoardSession } from './session.ts'
import { lineCount } from './text-parts.ts'

/** A paste of more lines than this is shown before it is on the board. */
const previewAbove = 20

/** Where a paste goes: under the node selected last, at the top level when none is. */
export function pasteTarget({ view, store }: Pick<BoardSession, 'view' | 'store'>): string | null {
  const tree = store.tree()
  return view.getState().selected.findLast((id) => tree.nodes.has(id)) ?? null
}

/** Whether a text is large enough to be looked at first. */
export const wantsPreview = (text: string): boolean => isBoardJson(text) || lineCount(text) > previewAbove

/** Whether a text looks like a board in JSON rather than a list. */
export const isBoardJson = (text: string): boolean => /^\s*\{/.test(text)

/** What a text becomes on the board, and what of it was left out or changed. */
export type Incoming = Branch & { readonly notes: readonly ImportNote[] }

/** Reads a list of any kind, or a whole board with its owners and connections. */
export function textToBranch(text: string): Result<Incoming> {
  if (!isBoardJson(text)) {
    const outline = readOutline(text)
    return outline.ok ? ok({ outline: outline.value, notes: [] }) : outline
  }
  const board = readBoardJson(text)
  if (!board.ok) return board
  const doc = new Y.Doc()
  writeBoard(doc, board.value.board)
  const tree = readTree(doc)
  return ok({ ...readBranch(tree, tree.childrenOf(null)), notes: board.value.notes })
}
