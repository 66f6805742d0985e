import type { Branch } from '#lib/commands/branch.ts'
import { ok, type Result } from '#lib/result.ts'
import type { BoardSession } from './session.ts'
import { lineCount } from './text-parts.ts'

/** A paste of more lines than this is shown before it is on the board. */
const previewAbove = 20

/** Where a paste goes: under the node selected last, at the top level when none is. */
export function pasteTarget({ view, store }: BoardSession): string | null {
  const tree = store.tree()
  return view.getState().selected.findLast((id) => tree.nodes.has(id)) ?? null
}

/** Whether a text is long enough to be looked at first. */
export const previewFrom = (text: string): boolean => lineCount(text) > previewAbove

/** What a text becomes on the board. */
export function textToBranch(text: string): Result<Branch> {
  return ok({
    outline: text
      .split('\n')
      .filter(Boolean)
      .map((title) => ({ title: title.trim() })),
  })
}
