import { board, type TestBoard } from '#lib/board/testkit.ts'
import type { Result } from '#lib/result.ts'
import type { Outcome, Ui } from './command.ts'
import { commandOf } from './index.ts'
import { runCommand } from './run.ts'

/** Runs commands on boards in the notation of `lib/board/testkit.ts`. */

export type Played = TestBoard & { readonly result: Result<Outcome> }

/** What a page would tell commands about a board in the notation; `more` changes it. */
export function uiOf(on: TestBoard, more: Partial<Ui> = {}): Ui {
  return {
    tree: on.tree(),
    selected: on.selected,
    selectedLink: null,
    collapsed: new Set(),
    mayEdit: true,
    canUndo: false,
    canRedo: false,
    pane: 'canvas',
    orientation: 'right',
    ...more,
  }
}

/** Runs a command on a board; without `args` those of the selection, as a key press would. */
export function play(notation: string, id: string, args?: unknown): Played {
  const on = board(notation)
  const command = commandOf(id)
  if (command?.kind !== 'board') throw new Error(`${id} is not a board command`)
  const given = args ?? command.fromUi(uiOf(on))
  return { ...on, result: runCommand(on.doc, on.store, id, given, 'editor') }
}

/** The outline after a command, or the code of its refusal. */
export function outlineAfter(notation: string, id: string, args?: unknown): string {
  const { result, outline } = play(notation, id, args)
  return result.ok ? outline() : result.code
}
