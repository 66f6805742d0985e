import type { StoreApi } from 'zustand/vanilla'
import type { ViewPort } from '#lib/commands/command.ts'
import { branchFrom, contentOf } from './clipboard-content.ts'
import { copyPng, fillClipboard, writeClipboard } from './clipboard-write.ts'
import type { Connection } from './connect.ts'
import { fetchPng } from './figure-request.ts'
import type { Notices } from './notices.ts'
import { pasteTarget, textToBranch, wantsPreview } from './paste.ts'
import type { BoardSession } from './session.ts'
import type { ShellState } from './shell-store.ts'

type Page = {
  readonly session: BoardSession
  readonly connection: Connection
  readonly shell: StoreApi<ShellState>
  readonly notices: Notices
}

/** Copying and pasting on this page: what view commands ask for, and what the browser's own copy and paste events need. */
export type Clipboard = Pick<ViewPort, 'copy' | 'paste' | 'copyImage'> & {
  /** Puts the selected branches in a copy or cut event; answers false when there is nothing to copy. */
  readonly fill: (data: DataTransfer, cut: boolean) => boolean
  /** Puts what a paste event holds on the board, or shows it first when it is much. */
  readonly take: (data: Pick<DataTransfer, 'getData'>) => void
}

export function createClipboard({ session, connection, shell, notices }: Page): Clipboard {
  const tell = (key: string, values?: Record<string, string | number>) =>
    notices.tell({ type: 'board', key, ...(values && { values }) })

  const afterCopy = (ids: readonly string[], cut: boolean) => {
    const key = cut ? 'clipboard.cut' : 'clipboard.copied'
    notices.tell({ type: 'board', key, values: { count: ids.length }, spoken: true })
    if (cut) session.run('node.remove', { ids })
  }
  const copyable = (cut: boolean) => {
    const tree = session.store.tree()
    const ids = session.view.getState().selected.filter((id) => tree.nodes.has(id))
    return cut && !session.mayEdit ? [] : ids
  }
  const takeText = (text: string) => {
    const result = textToBranch(text)
    if (!result.ok) return notices.tell({ type: 'problem', code: result.code, detail: result.detail ?? {} })
    session.run('clipboard.insert', { branch: result.value, parent: pasteTarget(session) })
  }

  const take: Clipboard['take'] = (data) => {
    if (!session.mayEdit) return
    const branch = branchFrom(data)
    const text = data.getData('text/plain')
    if (branch) session.run('clipboard.insert', { branch, parent: pasteTarget(session) })
    else if (text.trim() === '') tell('clipboard.empty')
    else if (wantsPreview(text)) shell.setState({ dialog: 'import', incoming: text })
    else takeText(text)
  }

  return {
    take,
    fill(data, cut) {
      const ids = copyable(cut)
      if (ids.length === 0) return false
      fillClipboard(data, contentOf(session.store.tree(), ids))
      afterCopy(ids, cut)
      return true
    },
    copy(ids, cut) {
      if (writeClipboard(contentOf(session.store.tree(), ids))) afterCopy(ids, cut)
    },
    paste: () =>
      void readClipboard().then((data) =>
        data ? take(data) : tell('clipboard.useKeys', { keys: 'Ctrl+V' }),
      ),
    copyImage: () => {
      tell('clipboard.imageBusy')
      const png = fetchPng(session, connection)
      void copyPng(png).then(async (copied) => {
        const made = await png.then(
          () => true,
          () => false,
        )
        tell(!made ? 'export.failed' : copied ? 'export.copied' : 'export.notAllowed')
      })
    },
  }
}

/** What is on the clipboard now, where the browser lets a button read it; null where it does not. */
async function readClipboard(): Promise<Pick<DataTransfer, 'getData'> | null> {
  try {
    const items = await navigator.clipboard.read()
    const found = new Map<string, string>()
    for (const item of items)
      for (const type of item.types.filter((type) => type.startsWith('text/')))
        found.set(type, await (await item.getType(type)).text())
    return { getData: (type) => found.get(type) ?? '' }
  } catch {
    return null
  }
}
