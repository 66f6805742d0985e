import type { CommandGroup, Dialog, Menu, Ui } from './command.ts'
import { viewCommand } from './define.ts'

/** Commands that open a part of the page or use the clipboard. */

const always = () => true
const hasNodes = (ui: Ui) => ui.tree.nodes.size > 0
const hasSelection = (ui: Ui) => ui.selected.some((id) => ui.tree.nodes.has(id))

type Opening = {
  readonly id: string
  readonly group: CommandGroup
  readonly dialog: Dialog
  readonly keys: readonly string[]
  readonly icon: string
  readonly menus: readonly Menu[]
  readonly available?: (ui: Ui) => boolean
}

const opening = ({ dialog, available = always, ...command }: Opening) =>
  viewCommand({ ...command, available, run: (view) => view.open(dialog) })

export const find = opening({
  id: 'find.open',
  group: 'find',
  dialog: 'find',
  keys: ['Mod+F'],
  icon: 'search',
  menus: ['toolbar', 'palette'],
  available: hasNodes,
})
export const filter = opening({
  id: 'find.filter',
  group: 'find',
  dialog: 'filter',
  keys: ['Mod+Shift+F'],
  icon: 'list-filter',
  menus: ['toolbar', 'palette'],
})
export const palette = opening({
  id: 'find.palette',
  group: 'find',
  dialog: 'palette',
  keys: ['Mod+K'],
  icon: 'command',
  menus: [],
})
export const shortcuts = opening({
  id: 'find.shortcuts',
  group: 'find',
  dialog: 'shortcuts',
  keys: ['?'],
  icon: 'keyboard',
  menus: ['palette'],
})
export const exportBoard = opening({
  id: 'file.export',
  group: 'file',
  dialog: 'export',
  keys: ['Mod+E'],
  icon: 'download',
  menus: ['palette'],
  available: hasNodes,
})
export const importFile = opening({
  id: 'file.import',
  group: 'file',
  dialog: 'import',
  keys: [],
  icon: 'upload',
  menus: ['palette'],
  available: (ui) => ui.mayEdit,
})
export const renameBoard = opening({
  id: 'file.rename',
  group: 'file',
  dialog: 'rename',
  keys: [],
  icon: 'pencil-line',
  menus: ['palette'],
  available: (ui) => ui.mayEdit,
})

export const copyImage = viewCommand({
  id: 'file.copy-image',
  group: 'file',
  keys: ['Mod+Shift+C'],
  menus: ['context', 'palette'],
  icon: 'image',
  available: hasNodes,
  run: (view) => view.copyImage(),
})

export const copy = viewCommand({
  id: 'clipboard.copy',
  group: 'clipboard',
  keys: ['Mod+C'],
  menus: ['context', 'palette', 'list'],
  icon: 'copy',
  available: hasSelection,
  run: (view, ui) => view.copy(ui.selected, false),
})

export const cut = viewCommand({
  id: 'clipboard.cut',
  group: 'clipboard',
  keys: ['Mod+X'],
  menus: ['context', 'palette', 'list'],
  icon: 'scissors',
  available: (ui) => ui.mayEdit && hasSelection(ui),
  run: (view, ui) => view.copy(ui.selected, true),
})

export const paste = viewCommand({
  id: 'clipboard.paste',
  group: 'clipboard',
  keys: ['Mod+V'],
  menus: ['context', 'palette', 'list'],
  icon: 'clipboard-paste',
  available: (ui) => ui.mayEdit,
  run: (view) => view.paste(),
})
