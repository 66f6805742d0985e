'use client'
import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { BoardSession } from '#components/board/session.ts'
import { useMayEdit } from '#components/board/use-board.ts'
import type { Ui } from '#lib/commands/command.ts'

/** What commands know of this page; renders again whenever any of it changes. */
export function useUi(session: BoardSession): Ui {
  const { store, undo, view } = session
  useSyncExternalStore(store.subscribe, store.tree, store.tree)
  useStore(view)
  useMayEdit()
  const steps = () => `${undo.canUndo()} ${undo.canRedo()}`
  useSyncExternalStore(undo.subscribe, steps, steps)
  return session.ui()
}
