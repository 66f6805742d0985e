import { viewCommand } from './define.ts'

/** Undo and redo are this person's own: they act through the page, which keeps the steps. */

export const undo = viewCommand({
  id: 'history.undo',
  group: 'history',
  keys: ['Mod+Z'],
  menus: ['toolbar', 'palette'],
  icon: 'undo-2',
  available: (ui) => ui.mayEdit && ui.canUndo,
  run: (view) => view.undo(),
})

export const redo = viewCommand({
  id: 'history.redo',
  group: 'history',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  menus: ['toolbar', 'palette'],
  icon: 'redo-2',
  available: (ui) => ui.mayEdit && ui.canRedo,
  run: (view) => view.redo(),
})
