'use client'
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import type { OpenBoard } from './open-board.ts'
import type { BoardSession, Peer, ViewState } from './session.ts'
import type { ShellState } from './shell-store.ts'

/** The open board of this page; the provider fills it. */
export const OpenBoardContext = createContext<OpenBoard | null>(null)

/** The open board around this component. Throws outside a provider: a fault of the caller. */
export function useOpenBoard(): OpenBoard {
  const board = useContext(OpenBoardContext)
  if (board === null) throw new Error('useOpenBoard needs a BoardProvider around it')
  return board
}

export const useSession = (): BoardSession => useOpenBoard().session

/** The present tree; renders again after every change of the board. */
export function useTree(): Tree {
  const { store } = useSession()
  return useSyncExternalStore(store.subscribe, store.tree, store.tree)
}

/** A value out of the tree; renders again only when it is another one by `same` (identity unless told otherwise). */
export function useTreeValue<T>(select: (tree: Tree) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const { store } = useSession()
  const last = useRef<{ value: T } | null>(null)
  const read = () => {
    const value = select(store.tree())
    if (last.current === null || !same(last.current.value, value)) last.current = { value }
    return last.current.value
  }
  return useSyncExternalStore(store.subscribe, read, read)
}

/** One node, or null when it is gone. */
export const useNode = (id: string | null): BoardNode | null =>
  useTreeValue(useCallback((tree) => (id === null ? null : (tree.nodes.get(id) ?? null)), [id]))

/** A value out of this person's view. */
export const useView = <T>(select: (view: ViewState) => T): T => useStore(useSession().view, select)

/** A value out of the page's own state: open dialog, panel, splitter. */
export const useShell = <T>(select: (shell: ShellState) => T): T => useStore(useOpenBoard().shell, select)

/** The people elsewhere on this board; renders again when they come, go, move or select. */
export function usePeers(): readonly Peer[] {
  const { presence } = useSession()
  return useSyncExternalStore(presence.subscribe, presence.peers, presence.peers)
}

/** Whether this person may edit now; renders again when the role or the state of the board changes. */
export function useMayEdit(): boolean {
  const { session, connection, shell } = useOpenBoard()
  const read = () => session.mayEdit
  const subscribe = useCallback(
    (listener: () => void) => {
      const ways = [connection.subscribe(listener), shell.subscribe(listener)]
      return () => {
        for (const leave of ways) leave()
      }
    },
    [connection, shell],
  )
  return useSyncExternalStore(subscribe, read, read)
}
