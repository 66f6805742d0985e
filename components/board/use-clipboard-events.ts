'use client'
import { useEffect } from 'react'
import { useOpenBoard } from './use-board.ts'

/** Lets the browser's own copy, cut and paste work on branches, wherever no text is being edited or selected. */
export function useClipboardEvents(): void {
  const { clipboard } = useOpenBoard()
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (isTextWork(event) || hasSelectedText() || !event.clipboardData) return
      if (clipboard.fill(event.clipboardData, event.type === 'cut')) event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isTextWork(event) || !event.clipboardData) return
      event.preventDefault()
      clipboard.take(event.clipboardData)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [clipboard])
}

/** Whether the event belongs to a text field or to a dialog over the board. */
function isTextWork({ target }: Event): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
}

const hasSelectedText = () => (document.getSelection()?.toString() ?? '') !== ''
