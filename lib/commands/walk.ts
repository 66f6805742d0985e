import type { Ui, ViewCommand } from './command.ts'
import { viewCommand } from './define.ts'

/** Walking from node to node with the arrow keys, and opening a title. */

const directions = [
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
] as const

const isWalkable = (ui: Ui) => ui.tree.nodes.size > 0

export const steps: readonly ViewCommand[] = directions.flatMap(([direction, key]) => [
  viewCommand({
    id: `walk.${direction}`,
    group: 'select',
    keys: [key],
    menus: [],
    available: isWalkable,
    run: (view) => view.walk(direction, false),
  }),
  viewCommand({
    id: `walk.extend-${direction}`,
    group: 'select',
    keys: [`Shift+${key}`],
    menus: [],
    available: isWalkable,
    run: (view) => view.walk(direction, true),
  }),
])

const focusOf = (ui: Ui): string | undefined =>
  ui.mayEdit ? ui.selected.findLast((id) => ui.tree.nodes.has(id)) : undefined

export const edit = viewCommand({
  id: 'node.edit',
  group: 'edit',
  keys: ['F2'],
  menus: ['context', 'palette', 'list'],
  icon: 'pencil',
  available: (ui) => focusOf(ui) !== undefined,
  run(view, ui) {
    const id = focusOf(ui)
    if (id !== undefined) view.edit(id)
  },
})

export const startLink = viewCommand({
  id: 'link.start',
  group: 'link',
  keys: ['Alt+L'],
  menus: ['toolbar', 'context', 'palette'],
  icon: 'spline',
  available: (ui) => ui.pane !== 'list' && focusOf(ui) !== undefined && ui.tree.nodes.size > 1,
  run(view, ui) {
    const id = focusOf(ui)
    if (id !== undefined) view.startLink(id)
  },
})
