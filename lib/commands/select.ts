import { branchOf, outlineOf } from '#lib/board/derive.ts'
import type { Ui } from './command.ts'
import { viewCommand } from './define.ts'

/** Commands on the selection of this person. */

const focused = (ui: Ui): string | null => ui.selected.findLast((id) => ui.tree.nodes.has(id)) ?? null

/** Every node that is not hidden below a folded one. */
function visible({ tree, collapsed }: Ui): string[] {
  const found: string[] = []
  const stack = [...tree.childrenOf(null)].reverse()
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    found.push(id)
    if (!collapsed.has(id)) stack.push(...[...tree.childrenOf(id)].reverse())
  }
  return found
}

export const all = viewCommand({
  id: 'select.all',
  group: 'select',
  keys: ['Mod+A'],
  menus: ['palette'],
  icon: 'box-select',
  available: (ui) => ui.tree.nodes.size > 0,
  run: (view, ui) => view.select(visible(ui)),
})

export const branch = viewCommand({
  id: 'select.branch',
  group: 'select',
  keys: ['Mod+Shift+A'],
  menus: ['context', 'palette'],
  icon: 'network',
  available: (ui) => focused(ui) !== null,
  run(view, ui) {
    const chosen = new Set(ui.selected.flatMap((id) => branchOf(ui.tree, id)))
    const last = focused(ui)
    const others = outlineOf(ui.tree).filter((id) => chosen.has(id) && id !== last)
    view.select(last === null ? others : [...others, last])
  },
})

export const clear = viewCommand({
  id: 'select.clear',
  group: 'select',
  keys: ['Escape'],
  menus: [],
  available: (ui) => ui.selected.length > 0 || ui.selectedLink !== null,
  run: (view) => view.select([]),
})
