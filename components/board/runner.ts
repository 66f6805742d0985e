import type { StoreApi } from 'zustand/vanilla'
import type { BoardStore } from '#lib/board/store.ts'
import type { Outcome } from '#lib/commands/command.ts'
import type { Problem, Result } from '#lib/result.ts'
import type { Notices } from './notices.ts'
import { unfoldedTo } from './opening.ts'
import type { ViewState } from './session.ts'

type Page = {
  readonly store: BoardStore
  readonly view: StoreApi<ViewState>
  readonly notices: Notices
  /** Which view opens the editor when a command asks for one. */
  readonly place: () => 'canvas' | 'list'
  /** Brings a node into sight. */
  readonly reveal: (id: string) => void
}

/** Carries out what a command asks of the page, or says why it was refused; passes the result on. */
export function applyOutcome(page: Page, result: Result<Outcome>): Result<Outcome> {
  if (!result.ok) refuse(page.notices, result)
  else {
    follow(page, result.value)
    if (result.value.said) page.notices.tell({ type: 'said', said: result.value.said, undoable: true })
  }
  return result
}

function follow({ store, view, place, reveal }: Page, { select, edit }: Outcome): void {
  const tree = store.tree()
  const { collapsed } = view.getState()
  const shown = [...(select ?? []), ...(edit === undefined ? [] : [edit])]
  const open = shown.reduce((folded, id) => unfoldedTo(tree, folded, id), collapsed)
  view.setState({
    ...(open !== collapsed && { collapsed: open }),
    ...(select && { selected: select, selectedLink: null }),
    ...(edit !== undefined && {
      selected: [edit],
      selectedLink: null,
      editing: { id: edit, place: place() },
    }),
  })
  const last = shown.at(-1)
  if (last !== undefined) reveal(last)
}

/** A refusal that only says the present selection has no use for the command stays silent: nothing was asked for in words. */
function refuse(notices: Notices, { code, detail = {} }: Problem): void {
  if (code !== 'nothing.to-do') notices.tell({ type: 'problem', code, detail })
}
