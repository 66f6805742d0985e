'use client'
import { ContextMenu } from '#components/commands/context-menu.tsx'
import { Toolbar } from '#components/commands/toolbar.tsx'
import { useShortcuts } from '#components/commands/use-shortcuts.ts'
import { SidePanel } from '#components/panels/side-panel.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { FindBar } from './find-bar.tsx'
import { PaneSwitch } from './pane-switch.tsx'
import { Panes } from './panes.tsx'
import { BoardSkeleton } from './skeleton.tsx'
import { useOpenBoard, useShell } from './use-board.ts'
import { useClipboardEvents } from './use-clipboard-events.ts'
import { useNarrow } from './use-narrow.ts'

/** Everything below the header. Until the server has sent the board once there is nothing to edit. */
export function BoardBody() {
  return useShell((shell) => shell.opened) ? <OpenBody /> : <BoardSkeleton />
}

function OpenBody() {
  const { session, port } = useOpenBoard()
  const dialog = useShell((shell) => shell.dialog)
  const panelOpen = useShell((shell) => shell.panelOpen)
  useNarrow()
  useShortcuts(session, port)
  useClipboardEvents()
  return (
    <>
      <div className="flex items-center gap-2 border-line border-b px-2 sm:px-3">
        <div className="min-w-0 flex-1 overflow-x-auto">
          <Toolbar session={session} port={port} />
        </div>
        <PaneSwitch />
      </div>
      <FilterChips />
      <main id="main" className="relative flex min-h-0 flex-1">
        <div className="relative min-w-0 flex-1">
          <ContextMenu session={session} port={port}>
            <Panes />
          </ContextMenu>
          {dialog === 'find' && <FindBar />}
          {dialog === 'filter' && <FilterPanel />}
        </div>
        {panelOpen && <SidePanel />}
      </main>
    </>
  )
}
