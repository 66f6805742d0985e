import type * as Y from 'yjs'
import { emptyFilter } from '#components/board/filter.ts'
import { applyOutcome } from '#components/board/runner.ts'
import type { BoardSession, Peer, ViewState } from '#components/board/session.ts'
import { createViewStore } from '#components/board/view-store.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { createUndo } from '#lib/board/undo.ts'
import type { Ui } from '#lib/commands/command.ts'
import { commandOf } from '#lib/commands/index.ts'
import { runCommand } from '#lib/commands/run.ts'

type LocalSession = BoardSession & { readonly setPeers: (peers: readonly Peer[]) => void }

/** A session of one page without a server: the real store, commands and view, and whatever other people are wished for. */
export function localSession(doc: Y.Doc, options: Partial<ViewState> = {}): LocalSession {
  const store = createBoardStore(doc)
  const view = createViewStore(null, emptyFilter, 'canvas')
  view.setState(options)
  const undo = createUndo(doc)
  const watchers = new Set<() => void>()
  let peers: readonly Peer[] = []
  const ui = (): Ui => ({
    ...view.getState(),
    tree: store.tree(),
    mayEdit: true,
    canUndo: undo.canUndo(),
    canRedo: undo.canRedo(),
  })
  const page = {
    store,
    view,
    notices: { tell: () => {} } as never,
    place: () => 'canvas' as const,
    reveal: () => {},
  }
  return {
    boardId: 'local',
    doc,
    store,
    view,
    undo,
    ui,
    me: { userId: 'me', name: 'Ik', colour: '#2b6a48' },
    mayEdit: true,
    run(id, args) {
      const command = commandOf(id)
      const given = args ?? (command?.kind === 'board' ? command.fromUi(ui()) : undefined)
      return applyOutcome(page, runCommand(doc, store, id, given, 'owner'))
    },
    presence: {
      peers: () => peers,
      setCursor: () => {},
      subscribe(listener) {
        watchers.add(listener)
        return () => watchers.delete(listener)
      },
    },
    setPeers(next) {
      peers = next
      for (const each of watchers) each()
    },
  }
}
