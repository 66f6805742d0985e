import { branchOf, levelOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import type { Pane, Ui, ViewCommand, ViewPort } from './command.ts'
import { viewCommand } from './define.ts'

/** Commands on what this person sees: folding, zoom, panes. */

const folders = (ui: Ui): string[] => ui.selected.filter((id) => ui.tree.childrenOf(id).length > 0)

/** The folded set with branches folded, or opened when all of them were folded. */
function toggled(collapsed: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const isFolded = ids.every((id) => collapsed.has(id))
  const next = new Set(collapsed)
  for (const id of ids) {
    if (isFolded) next.delete(id)
    else next.add(id)
  }
  return next
}

export const fold = viewCommand({
  id: 'view.fold',
  group: 'view',
  keys: ['Space'],
  menus: ['context', 'palette', 'list'],
  icon: 'chevrons-down-up',
  available: (ui) => folders(ui).length > 0,
  run: (view, ui) => view.setCollapsed(toggled(ui.collapsed, folders(ui))),
})

export const foldBranch = viewCommand({
  id: 'view.fold-branch',
  group: 'view',
  keys: ['Shift+Space'],
  menus: ['context', 'palette'],
  icon: 'fold-vertical',
  available: (ui) => folders(ui).length > 0,
  run(view, ui) {
    const carriers = folders(ui)
      .flatMap((id) => branchOf(ui.tree, id))
      .filter((id) => ui.tree.childrenOf(id).length > 0)
    const next = new Set(ui.collapsed)
    const isFolded = folders(ui).every((id) => ui.collapsed.has(id))
    for (const id of carriers) {
      if (isFolded) next.delete(id)
      else next.add(id)
    }
    view.setCollapsed(next)
  },
})

export const unfoldAll = viewCommand({
  id: 'view.unfold-all',
  group: 'view',
  keys: ['Alt+0'],
  menus: ['palette'],
  icon: 'unfold-vertical',
  available: (ui) => ui.collapsed.size > 0,
  run: (view) => view.setCollapsed(new Set()),
})

/** The folded set that shows `level` levels: deeper branches stay folded when one above them is opened. */
export function foldedTo(tree: Tree, level: number): ReadonlySet<string> {
  const folded = new Set<string>()
  for (const id of tree.nodes.keys())
    if (tree.childrenOf(id).length > 0 && levelOf(tree, id) >= level) folded.add(id)
  return folded
}

export const levels: readonly ViewCommand[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) =>
  viewCommand({
    id: `view.level-${level}`,
    group: 'view',
    keys: [`Alt+${level}`],
    menus: level <= 4 ? ['palette'] : [],
    icon: 'layers',
    available: (ui) => ui.tree.nodes.size > 0,
    run: (view, ui) => view.setCollapsed(foldedTo(ui.tree, level)),
  }),
)

function screenCommand(
  id: string,
  keys: readonly string[],
  icon: string,
  menus: ViewCommand['menus'],
  run: (view: ViewPort) => void,
) {
  return viewCommand({
    id: `view.${id}`,
    group: 'view',
    keys,
    menus,
    icon,
    available: (ui) => ui.pane !== 'list',
    run,
  })
}

export const fit = screenCommand('fit', ['Shift+1'], 'maximize', ['toolbar', 'palette'], (view) => view.fit())
export const zoom100 = screenCommand('zoom-100', ['Mod+0'], 'scan', ['palette'], (view) => view.zoomTo(1))
export const zoomIn = screenCommand(
  'zoom-in',
  ['Mod+=', 'Mod++'],
  'zoom-in',
  ['toolbar', 'palette'],
  (view) => view.zoomBy(1.25),
)
export const zoomOut = screenCommand('zoom-out', ['Mod+-'], 'zoom-out', ['toolbar', 'palette'], (view) =>
  view.zoomBy(0.8),
)

export const fitSelection = viewCommand({
  id: 'view.fit-selection',
  group: 'view',
  keys: ['Shift+2'],
  menus: ['context', 'palette'],
  icon: 'focus',
  available: (ui) => ui.pane !== 'list' && ui.selected.length > 0,
  run: (view) => view.fitSelection(),
})

export const orientation = viewCommand({
  id: 'view.orientation',
  group: 'view',
  keys: ['Alt+O'],
  menus: ['toolbar', 'palette'],
  icon: 'rotate-cw-square',
  available: (ui) => ui.pane !== 'list',
  run: (view, ui) => view.setOrientation(ui.orientation === 'right' ? 'down' : 'right'),
})

function paneCommand(pane: Pane, key: string, icon: string) {
  return viewCommand({
    id: `view.${pane}`,
    group: 'view',
    keys: [key],
    menus: ['palette'],
    icon,
    available: (ui) => ui.pane !== pane,
    run: (view) => view.setPane(pane),
  })
}

export const canvas = paneCommand('canvas', 'T', 'network')
export const list = paneCommand('list', 'L', 'list-tree')
export const both = paneCommand('both', 'S', 'columns-2')
