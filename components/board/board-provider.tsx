'use client'
import { type ReactNode, useEffect, useState } from 'react'
import type { BoardAddress } from './create-session.ts'
import { createOpenBoard, type OpenBoard } from './open-board.ts'
import { OpenBoardContext } from './use-board.ts'

type Props = BoardAddress & { readonly children: ReactNode; readonly fallback: ReactNode }

/** Opens the board for as long as this component lives and hands it to everything inside; `fallback` shows until it is made. */
export function BoardProvider({ boardId, epoch, role, me, children, fallback }: Props) {
  const [board, setBoard] = useState<OpenBoard | null>(null)
  const { userId, name } = me
  useEffect(() => {
    const opened = createOpenBoard({ boardId, epoch, role, me: { userId, name } })
    setBoard(opened)
    return () => {
      setBoard(null)
      opened.destroy()
    }
  }, [boardId, epoch, role, userId, name])
  return board === null ? fallback : <OpenBoardContext value={board}>{children}</OpenBoardContext>
}
