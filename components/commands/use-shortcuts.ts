'use client'
import { useEffect } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import type { ViewPort } from '#lib/commands/command.ts'
import { callCommand } from '#lib/commands/run.ts'
import { findShortcut } from './find-shortcut.ts'
import { isMacPage } from './key-words.ts'
import { typedCharacter } from './match-keys.ts'

/**
 * The one listener for keys on a board. It looks in the registry, leaves keys alone that are not ours, and opens the title of the
 * selected node for a key that types. Not active while text is edited or something lies over the board.
 */
export function useShortcuts(session: BoardSession, port: ViewPort): void {
  useEffect(() => {
    const isMac = isMacPage()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return
      const ui = session.ui()
      const inView = isInView(event.target)
      const isAltGraph = event.getModifierState('AltGraph')
      const command = isAltGraph ? null : findShortcut(event, { ui, isMac, inView, isRepeat: event.repeat })
      if (command) {
        event.preventDefault()
        callCommand(command.id, { ui: session.ui, run: session.run, port })
        return
      }
      const last = ui.selected.findLast((id) => ui.tree.nodes.has(id))
      if (!inView || !ui.mayEdit || last === undefined || session.view.getState().editing) return
      const typed = typedCharacter(event, isAltGraph, isMac)
      if (typed !== null) {
        event.preventDefault()
        port.edit(last, typed)
      } else if (event.key === 'Dead' || event.key === 'Process') port.edit(last)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [session, port])
}

/** Where keys belong to something else: fields, and whatever lies over the board. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return (
    target.closest(
      'input, textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]',
    ) !== null
  )
}

/** Whether the focus is in a view of the board, or nowhere; controls inside a view keep their own keys. */
function isInView(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target === document.body) return true
  return (
    target.closest('[data-place]') !== null &&
    target.closest('button, a, [role=separator], [role=slider]') === null
  )
}
