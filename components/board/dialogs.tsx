'use client'
import { useSyncExternalStore } from 'react'
import { CommandMenu } from '#components/commands/command-menu.tsx'
import { ShortcutSheet } from '#components/commands/shortcut-sheet.tsx'
import { EndedDialog, GoneDialog } from './ended-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { SignedOutDialog } from './signed-out-dialog.tsx'
import { useOpenBoard, useShell } from './use-board.ts'

/** Every dialog of the board, each shown by one state of the page or of the connection. */
export function Dialogs() {
  const { session, shell, port, connection } = useOpenBoard()
  const dialog = useShell((state) => state.dialog)
  const state = useSyncExternalStore(connection.subscribe, connection.state, connection.state)
  const close = () => shell.setState({ dialog: null })
  return (
    <>
      <CommandMenu session={session} port={port} open={dialog === 'palette'} onClose={close} />
      <ShortcutSheet open={dialog === 'shortcuts'} onClose={close} />
      {dialog === 'export' && <ExportDialog onClose={close} />}
      {dialog === 'import' && <ImportDialog onClose={close} />}
      {state === 'signed-out' && <SignedOutDialog />}
      {state === 'refused' && <EndedDialog />}
      {state === 'gone' && <GoneDialog />}
      <LeaveDialog />
    </>
  )
}
