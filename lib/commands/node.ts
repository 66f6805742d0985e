import { z } from 'zod'
import { branchOf } from '#lib/board/derive.ts'
import { moveNodes, removeBranches, removeNodes } from '#lib/board/edit.ts'
import type { Tree } from '#lib/board/tree.ts'
import { ok, type Result } from '#lib/result.ts'
import { branchesOf, idsArg, selectionOf } from './checks.ts'
import type { Outcome } from './command.ts'
import { boardCommand } from './define.ts'
import { someNodes } from './examples.ts'

/** Commands that take nodes away. */

export const remove = boardCommand({
  id: 'node.remove',
  group: 'edit',
  keys: ['Delete', 'Backspace'],
  menus: ['toolbar', 'context', 'palette', 'list'],
  icon: 'trash-2',
  args: z.object({ ids: idsArg }),
  fromUi: selectionOf,
  run(doc, tree, { ids }): Result<Outcome> {
    const branches = branchesOf(tree, ids)
    if (!branches.ok) return branches
    const next = neighbourOf(tree, branches.value)
    const count = removeBranches(doc, tree, branches.value)
    return ok({
      select: next === null ? [] : [next],
      said: { key: 'removed', values: { count }, toast: true },
    })
  },
  example: (tree, random) => (tree.nodes.size > 12 ? someNodes(tree, random) : null),
})

/** Where the selection goes when branches vanish: the next sibling, the one before, the parent, any top-level node. */
function neighbourOf(tree: Tree, ids: readonly string[]): string | null {
  const gone = new Set(ids.flatMap((id) => branchOf(tree, id)))
  const last = ids.at(-1) as string
  const parent = tree.parentOf(last)
  const row = tree.childrenOf(parent)
  const at = row.indexOf(last)
  const stays = (id: string) => !gone.has(id)
  return (
    row.slice(at + 1).find(stays) ??
    row.slice(0, at).findLast(stays) ??
    parent ??
    tree.childrenOf(null).find(stays) ??
    null
  )
}

/** Removes nodes and puts their children in their place. */
export const dissolve = boardCommand({
  id: 'node.dissolve',
  group: 'edit',
  keys: ['Shift+Delete'],
  menus: ['context', 'palette', 'list'],
  icon: 'ungroup',
  args: z.object({ ids: idsArg }),
  fromUi: (ui) => {
    const args = selectionOf(ui)
    return args?.ids.some((id) => ui.tree.childrenOf(id).length > 0) ? args : null
  },
  run(doc, tree, { ids }): Result<Outcome> {
    const nodes = branchesOf(tree, ids)
    if (!nodes.ok) return nodes
    const freed = nodes.value.flatMap((id) => tree.childrenOf(id))
    for (const id of nodes.value)
      moveNodes(doc, tree, tree.childrenOf(id), { parent: tree.parentOf(id), after: id })
    removeNodes(doc, tree, nodes.value)
    const next = neighbourOf(tree, nodes.value)
    const select = freed.length > 0 ? freed : next === null ? [] : [next]
    return ok({ select, said: { key: 'dissolved', values: { count: nodes.value.length }, toast: true } })
  },
  example: someNodes,
})
