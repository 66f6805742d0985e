import type * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { emptyFilter } from '#components/board/filter.ts'
import type { BoardSession, Peer, ViewState } from '#components/board/session.ts'
import { addLink, addNode, moveNode } from '#lib/board/edit.ts'
import { childKind } from '#lib/board/schema.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { createUndo } from '#lib/board/undo.ts'
import { done, ok } from '#lib/result.ts'

/** A session of one page without a server. */
export function localSession(
  doc: Y.Doc,
  options: Partial<ViewState> = {},
): BoardSession & { readonly setPeers: (peers: readonly Peer[]) => void } {
  const store = createBoardStore(doc)
  const view = createStore<ViewState>(() => ({
    selected: [],
    selectedLink: null,
    editing: null,
    collapsed: new Set(),
    pane: 'canvas',
    orientation: 'right',
    filter: emptyFilter,
    found: null,
    linkingFrom: null,
    ...options,
  }))
  let peers: readonly Peer[] = []
  const watchers = new Set<() => void>()
  const undo = createUndo(doc)
  const run: BoardSession['run'] = (id, args) => {
    const tree = store.tree()
    const { selected } = view.getState()
    const focus = selected.at(-1) ?? tree.childrenOf(null)[0] ?? null
    let made: string | null = null
    doc.transact(() => {
      if (id === 'node.add-child')
        made = addNode(
          doc,
          tree,
          { kind: childKind(focus ? tree.nodes.get(focus)!.kind : null) },
          { parent: focus },
        )
      if (id === 'outline.reparent') {
        const { ids, parent, after } = args as { ids: string[]; parent: string | null; after: string | null }
        let last = after
        for (const each of ids) {
          moveNode(doc, store.tree(), each, { parent, after: last })
          last = each
        }
      }
      if (id === 'link.add') addLink(doc, args as Parameters<typeof addLink>[1])
    })
    if (made !== null) view.setState({ selected: [made] })
    return made === null ? (done as never) : ok({ select: [made] })
  }
  return {
    boardId: 'local',
    doc,
    store,
    view,
    undo,
    me: { userId: 'me', name: 'Ik', colour: '#2b6a48' },
    mayEdit: true,
    run,
    ui: () => ({ tree: store.tree(), ...view.getState(), mayEdit: true }) as ReturnType<BoardSession['ui']>,
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
