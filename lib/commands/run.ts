import type * as Y from 'yjs'
import { type BoardRole, can } from '#lib/access/access.ts'
import { LOCAL } from '#lib/board/origin.ts'
import type { BoardStore } from '#lib/board/store.ts'
import type { Tree } from '#lib/board/tree.ts'
import { problem, type Result } from '#lib/result.ts'
import type { Outcome, Ui, ViewPort } from './command.ts'
import { commandOf } from './index.ts'

/**
 * Runs a board command: checks the role, checks the arguments, then runs it in one transaction with origin LOCAL.
 * The only place that opens a person's transaction. A refusal has changed nothing.
 */
export function runCommand(
  doc: Y.Doc,
  source: Tree | BoardStore,
  id: string,
  args: unknown,
  role: BoardRole | null,
): Result<Outcome> {
  const command = commandOf(id)
  if (command?.kind !== 'board') return problem('command.unknown', { command: id })
  if (!can(role, 'edit')) return problem('right.missing')
  const parsed = command.args.safeParse(args)
  if (!parsed.success)
    return problem('args.invalid', { command: id, field: parsed.error.issues[0]?.path.join('.') ?? '' })
  const tree = 'tree' in source ? source.tree() : source
  return doc.transact(() => command.run(doc, tree, parsed.data), LOCAL)
}

/** Whether a command has a meaning on the page as it is; menus grey it out and its keys stay free when not. */
export function isAvailable(id: string, ui: Ui): boolean {
  const command = commandOf(id)
  if (!command) return false
  return command.kind === 'view' ? command.available(ui) : command.fromUi(ui) !== null
}

/** What calls a command from the page: view commands act on the view, board commands go through `run` with the arguments of the selection. */
export type Caller = {
  readonly ui: () => Ui
  readonly run: (id: string, args?: unknown) => unknown
  readonly port: ViewPort
}

/** Calls a command as a key or a menu does; answers false when it has no meaning there. */
export function callCommand(id: string, { ui, run, port }: Caller): boolean {
  const command = commandOf(id)
  const now = ui()
  if (!command || !isAvailable(id, now)) return false
  if (command.kind === 'view') command.run(port, now)
  else run(id, command.fromUi(now))
  return true
}
