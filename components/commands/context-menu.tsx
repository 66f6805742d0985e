'use client'
import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import { useOpenBoard } from '#components/board/use-board.ts'
import { popupStyle } from '#components/ui/menu.tsx'
import type { ViewPort } from '#lib/commands/command.ts'
import { callCommand } from '#lib/commands/run.ts'
import { ContextItems } from './context-items.tsx'

type Props = { readonly session: BoardSession; readonly port: ViewPort; readonly children: ReactNode }

/** What a choice in the menu does. */
export type MenuCall = { readonly id: string; readonly args?: unknown }

/**
 * The menu of a node, of several, or of a link, for the right mouse button, the menu key and a long press on the views inside.
 * What it is about is the selection: the views select what is under the pointer first.
 */
export function ContextMenu({ session, port, children }: Props) {
  const [open, setOpen] = useState(false)
  const { focusBoard } = useOpenBoard()
  const chosen = useRef<MenuCall | null>(null)
  /** After the menu has given the focus back: a title opened earlier would lose it again. */
  const act = () => {
    const call = chosen.current
    chosen.current = null
    if (!call) return
    focusBoard()
    if (call.args !== undefined) session.run(call.id, call.args)
    else callCommand(call.id, { ui: session.ui, run: session.run, port })
  }
  return (
    <Base.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(now) => !now && act()}>
      <Base.Trigger
        className="h-full min-w-0"
        onContextMenu={(event) => {
          // A field keeps the browser's own menu, with its spelling and paste.
          if (event.target instanceof Element && event.target.closest('input, textarea'))
            event.preventBaseUIHandler()
        }}
      >
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50">
          <Base.Popup className={popupStyle}>
            {open && (
              <ContextItems
                session={session}
                onCall={(call) => {
                  chosen.current = call
                }}
              />
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
