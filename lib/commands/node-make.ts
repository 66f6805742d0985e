import type * as Y from 'yjs'
import { z } from 'zod'
import { addNode, moveNodes, type Place } from '#lib/board/edit.ts'
import { childKind, isNodeKind, limits, type NodeKind, nodeKinds } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { newLocalId } from '#lib/ids.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import {
  all,
  branchesOf,
  depthFor,
  focusOf,
  heightOf,
  idArg,
  idsArg,
  roomFor,
  selectionOf,
} from './checks.ts'
import type { Outcome } from './command.ts'
import { boardCommand } from './define.ts'
import { oneOf, someNode, someNodes, someTitle } from './examples.ts'

/** Commands that make nodes. Each opens the new title for typing. */

const kindArg = z.enum(nodeKinds).optional()
const titleArg = z.string().max(limits.title).optional()

type Made = { readonly kind: NodeKind; readonly title?: string | undefined }

function make(doc: Y.Doc, tree: Tree, node: Made, place: Place): Result<Outcome> {
  const fits = all(roomFor(tree, 1), depthFor(tree, place.parent, 1))
  if (!fits.ok) return fits
  const id = addNode(doc, tree, { ...node, id: newLocalId() }, place)
  return ok({ select: [id], ...(node.title === undefined && { edit: id }) })
}

const kindOf = (tree: Tree, id: string | null): NodeKind | null =>
  id === null ? null : (tree.nodes.get(id)?.kind ?? null)

export const addChild = boardCommand({
  id: 'node.add-child',
  group: 'create',
  keys: ['Tab'],
  menus: ['toolbar', 'context', 'palette', 'list'],
  icon: 'corner-down-right',
  args: z.object({ parent: idArg, kind: kindArg, title: titleArg }),
  fromUi: (ui) => {
    const parent = focusOf(ui)
    return parent === null ? null : { parent }
  },
  run(doc, tree, { parent, kind, title }) {
    const above = kindOf(tree, parent)
    if (above === null) return problem('node.missing')
    return make(doc, tree, { kind: kind ?? childKind(above), title }, { parent })
  },
  example: (tree, random) => {
    const parent = someNode(tree, random)
    return parent === null ? null : { parent, title: someTitle(random) }
  },
})

export const addAfter = boardCommand({
  id: 'node.add-after',
  group: 'create',
  keys: ['Enter'],
  menus: ['toolbar', 'context', 'palette', 'list'],
  icon: 'list-plus',
  /** `after` null: at the end of the top level. */
  args: z.object({ after: idArg.nullable(), kind: kindArg, title: titleArg }),
  fromUi: (ui) => {
    const after = focusOf(ui)
    return after !== null || (ui.mayEdit && ui.tree.nodes.size === 0) ? { after } : null
  },
  run(doc, tree, { after, kind, title }) {
    const beside = kindOf(tree, after)
    if (after === null) return make(doc, tree, { kind: kind ?? topKind(tree), title }, { parent: null })
    if (beside === null) return problem('node.missing')
    return make(doc, tree, { kind: kind ?? beside, title }, { parent: tree.parentOf(after), after })
  },
  example: (tree, random) => ({
    after: random() < 0.9 ? someNode(tree, random) : null,
    title: someTitle(random),
  }),
})

/** What a new top-level node is: the ambition of an empty board, an axis when there is an ambition already. */
const topKind = (tree: Tree): NodeKind => (tree.nodes.size === 0 ? childKind(null) : 'axis')

export const addBefore = boardCommand({
  id: 'node.add-before',
  group: 'create',
  keys: ['Shift+Enter'],
  menus: ['context', 'palette', 'list'],
  icon: 'list-start',
  args: z.object({ before: idArg, kind: kindArg, title: titleArg }),
  fromUi: (ui) => {
    const before = focusOf(ui)
    return before === null ? null : { before }
  },
  run(doc, tree, { before, kind, title }) {
    const beside = kindOf(tree, before)
    if (beside === null) return problem('node.missing')
    const row = tree.childrenOf(tree.parentOf(before))
    const after = row[row.indexOf(before) - 1] ?? null
    return make(doc, tree, { kind: kind ?? beside, title }, { parent: tree.parentOf(before), after })
  },
  example: (tree, random) => {
    const before = someNode(tree, random)
    return before === null ? null : { before, title: someTitle(random) }
  },
})

export const addParent = boardCommand({
  id: 'node.add-parent',
  group: 'create',
  keys: ['Mod+Enter'],
  menus: ['context', 'palette', 'list'],
  icon: 'corner-left-up',
  args: z.object({ ids: idsArg, kind: kindArg, title: titleArg }),
  fromUi: selectionOf,
  run(doc, tree, { ids, kind, title }) {
    const branches = branchesOf(tree, ids)
    if (!branches.ok) return branches
    const first = branches.value[0] as string
    const parent = tree.parentOf(first)
    const height = Math.max(...branches.value.map((id) => heightOf(tree, id)))
    const fits = all(roomFor(tree, 1), depthFor(tree, parent, height + 1))
    if (!fits.ok) return fits
    const row = tree.childrenOf(parent)
    const after = row[row.indexOf(first) - 1] ?? null
    const id = addNode(
      doc,
      tree,
      { kind: kind ?? highestKind(tree, branches.value), title, id: newLocalId() },
      { parent, after },
    )
    moveNodes(doc, tree, branches.value, { parent: id })
    return ok({ select: [id], ...(title === undefined && { edit: id }) })
  },
  example: (tree, random) => {
    const some = someNodes(tree, random)
    return some && { ...some, title: someTitle(random) }
  },
})

/** The kind that ranks highest among nodes, so that the new parent ranks no lower than any of them. */
function highestKind(tree: Tree, ids: readonly string[]): NodeKind {
  const ranks = ids.map((id) => nodeKinds.indexOf(tree.nodes.get(id)?.kind ?? 'note'))
  const kind = nodeKinds[Math.min(...ranks)]
  return isNodeKind(kind) ? kind : 'note'
}

export const addLoose = boardCommand({
  id: 'node.add-loose',
  group: 'create',
  keys: [],
  menus: ['palette'],
  icon: 'circle-dashed',
  args: z.object({ kind: kindArg, title: titleArg }),
  fromUi: (ui) => (ui.mayEdit ? {} : null),
  run: (doc, tree, { kind, title }) => make(doc, tree, { kind: kind ?? 'note', title }, { parent: null }),
  example: (_, random) => ({ kind: oneOf(nodeKinds, random) ?? 'note', title: someTitle(random) }),
})
