import type { Command, Ui } from '#lib/commands/command.ts'
import { commands } from '#lib/commands/index.ts'
import { isAvailable } from '#lib/commands/run.ts'
import { isBareLetter, type KeyPress, matchesKeys } from './match-keys.ts'

/** Keys left to the browser's own copy, cut and paste events, which alone may touch the clipboard everywhere. */
const native: ReadonlySet<string> = new Set(['clipboard.copy', 'clipboard.cut', 'clipboard.paste'])

/** Commands that hold for one key press: a key held down must not make or remove a row of nodes. */
const oncePerPress: ReadonlySet<string> = new Set(['create', 'edit'])

export type Situation = {
  readonly ui: Ui
  readonly isMac: boolean
  /** The focus is in a view of the board (or nowhere), not on a button or in a panel. */
  readonly inView: boolean
  readonly isRepeat: boolean
}

/** The command a key press calls, null when the key is not ours: it keeps its normal meaning. */
export function findShortcut(press: KeyPress, { ui, isMac, inView, isRepeat }: Situation): Command | null {
  const canType = ui.mayEdit && ui.selected.length > 0
  for (const command of commands) {
    const keys = command.keys.find((keys) => matchesKeys(keys, press, isMac))
    if (keys === undefined || native.has(command.id)) continue
    if (!inView && !isEverywhere(keys)) continue
    if (isBareLetter(keys) && canType) continue
    if (isRepeat && oncePerPress.has(command.group)) continue
    if (isAvailable(command.id, ui)) return command
  }
  return null
}

/** Keys with Ctrl or Cmd work wherever the focus is; without, they belong to what has the focus. */
const isEverywhere = (keys: string): boolean =>
  keys.startsWith('Mod+') && keys !== 'Mod+Enter' && keys !== 'Mod+A'
