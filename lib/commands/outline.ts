import type * as Y from 'yjs'
import { z } from 'zod'
import { branchOf } from '#lib/board/derive.ts'
import { moveNodes, type Place, setField } from '#lib/board/edit.ts'
import type { Tree } from '#lib/board/tree.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { all, branchesOf, depthFor, heightOf, idArg, idsArg, placeFor, selectionOf } from './checks.ts'
import type { Outcome, Ui } from './command.ts'
import { boardCommand } from './define.ts'
import { someNode, someNodes } from './examples.ts'

/** Commands that move branches through the tree. */

type Ids = { readonly ids: readonly string[] }
const idsOnly = z.object({ ids: idsArg })

/** The arguments when the branches stand side by side under one parent and `may` agrees, else null: the key stays free. */
function whenRow(may: (tree: Tree, row: readonly string[], chosen: readonly string[]) => boolean) {
  return (ui: Ui): Ids | null => {
    const args = selectionOf(ui)
    const chosen = args ? rowOf(ui.tree, args.ids) : null
    if (!args || !chosen) return null
    return may(ui.tree, ui.tree.childrenOf(ui.tree.parentOf(chosen[0] as string)), chosen) ? args : null
  }
}

/** The branches in sibling order when they share a parent, else null. */
function rowOf(tree: Tree, ids: readonly string[]): string[] | null {
  const found = branchesOf(tree, ids)
  if (!found.ok) return null
  const parents = new Set(found.value.map((id) => tree.parentOf(id)))
  return parents.size === 1 ? found.value : null
}

type Step = (tree: Tree, row: readonly string[], chosen: readonly string[]) => Place | null

/** Runs a move whose place depends on the row; null from `step` means there is nowhere to go. */
function moveBy(doc: Y.Doc, tree: Tree, ids: readonly string[], step: Step): Result<Outcome> {
  const present = branchesOf(tree, ids)
  if (!present.ok) return present
  const chosen = rowOf(tree, ids)
  const place = chosen && step(tree, tree.childrenOf(tree.parentOf(chosen[0] as string)), chosen)
  if (!chosen || !place) return problem('nothing.to-do')
  return moveTo(doc, tree, chosen, place)
}

function moveTo(doc: Y.Doc, tree: Tree, ids: readonly string[], place: Place): Result<Outcome> {
  const height = Math.max(...ids.map((id) => heightOf(tree, id)))
  const fits = all(placeFor(tree, place.parent, ids), depthFor(tree, place.parent, height))
  if (!fits.ok) return fits
  moveNodes(doc, tree, ids, place)
  return ok({ select: ids })
}

const before: Step = (tree, row, chosen) => {
  const first = row.indexOf(chosen[0] as string)
  const at = row.slice(0, first).findLastIndex((id) => !chosen.includes(id))
  return at < 0 ? null : { parent: tree.parentOf(chosen[0] as string), after: row[at - 1] ?? null }
}

const after: Step = (tree, row, chosen) => {
  const last = row.indexOf(chosen.at(-1) as string)
  const next = row.slice(last + 1).find((id) => !chosen.includes(id))
  return next === undefined ? null : { parent: tree.parentOf(chosen[0] as string), after: next }
}

/** Under the sibling just before. */
const inwards: Step = (_, row, chosen) => {
  const parent = row[row.indexOf(chosen[0] as string) - 1]
  return parent === undefined ? null : { parent }
}

/** Just after the present parent. */
const outwards: Step = (tree, _, chosen) => {
  const parent = tree.parentOf(chosen[0] as string)
  return parent === null ? null : { parent: tree.parentOf(parent), after: parent }
}

function stepCommand(id: string, key: string, icon: string, step: Step) {
  return boardCommand<Ids>({
    id,
    group: 'move',
    keys: [key],
    menus: ['context', 'palette', 'list'],
    icon,
    args: idsOnly,
    fromUi: whenRow((tree, row, chosen) => step(tree, row, chosen) !== null),
    run: (doc, tree, { ids }) => moveBy(doc, tree, ids, step),
    example: (tree, random) => {
      const id = someNode(tree, random)
      return id === null ? null : { ids: [id] }
    },
  })
}

export const moveUp = stepCommand('outline.move-up', 'Alt+ArrowUp', 'arrow-up', before)
export const moveDown = stepCommand('outline.move-down', 'Alt+ArrowDown', 'arrow-down', after)
export const indent = stepCommand('outline.indent', 'Alt+ArrowRight', 'indent-increase', inwards)
export const outdent = stepCommand('outline.outdent', 'Alt+ArrowLeft', 'indent-decrease', outwards)

/** Puts branches under another parent: what a drag does on its drop. `after` absent: last, null: first. */
export const reparent = boardCommand({
  id: 'outline.reparent',
  group: 'move',
  keys: [],
  menus: [],
  args: z.object({ ids: idsArg, parent: idArg.nullable(), after: idArg.nullish() }),
  fromUi: () => null,
  run(doc, tree, { ids, parent, after: sibling }): Result<Outcome> {
    const branches = branchesOf(tree, ids)
    if (!branches.ok) return branches
    const chosen = branches.value
    const after =
      sibling !== undefined && sibling !== null && chosen.includes(sibling)
        ? keptBefore(tree, sibling, chosen)
        : sibling
    return moveTo(doc, tree, chosen, {
      parent,
      after: goneElsewhere(tree, parent, after) ? undefined : after,
    })
  },
  example: (tree, random) => {
    const some = someNodes(tree, random)
    return some && { ...some, parent: random() < 0.8 ? someNode(tree, random) : null }
  },
})

/** The nearest sibling before `id` that does not move itself. */
function keptBefore(tree: Tree, id: string, moving: readonly string[]): string | null {
  const row = tree.childrenOf(tree.parentOf(id))
  return row.slice(0, row.indexOf(id)).findLast((sibling) => !moving.includes(sibling)) ?? null
}

/** Whether the sibling to follow has gone elsewhere meanwhile; the branch then comes last. */
const goneElsewhere = (tree: Tree, parent: string | null, after: string | null | undefined): boolean =>
  typeof after === 'string' && (!tree.nodes.has(after) || tree.parentOf(after) !== parent)

/** Lets the layout place a branch again: clears the pinned places in it, keeps the order of siblings [E8]. */
export const tidy = boardCommand({
  id: 'outline.tidy',
  group: 'move',
  keys: [],
  menus: ['context', 'palette'],
  icon: 'sparkles',
  args: idsOnly,
  fromUi: (ui) => {
    const args = selectionOf(ui)
    return args?.ids.some((id) => pinnedIn(ui.tree, id).length > 0) ? args : null
  },
  run(doc, tree, { ids }) {
    const branches = branchesOf(tree, ids)
    if (!branches.ok) return branches
    const pinned = branches.value.flatMap((id) => pinnedIn(tree, id))
    if (pinned.length === 0) return problem('nothing.to-do')
    for (const id of pinned) setField(doc, tree, id, 'at', null)
    return ok({ said: { key: 'tidied', values: { count: pinned.length } } })
  },
  example: someNodes,
})

const pinnedIn = (tree: Tree, id: string): string[] =>
  branchOf(tree, id).filter((node) => tree.nodes.get(node)?.at)
