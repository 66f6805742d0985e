import * as Y from 'yjs'
import { z } from 'zod'
import { addLink, addNodes, type NewNode, type Place, writeEntry } from '#lib/board/edit.ts'
import { isForbidden, yOrganisations, yRoles } from '#lib/board/read.ts'
import { childKind, limits, type NodeKind } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { newLocalId } from '#lib/ids.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { type Branch, type BranchEntry, type BranchNode, isBranch, readBranch } from './branch.ts'
import { all, branchesOf, depthFor, idArg, idsArg, placeFor, roomFor, selectionOf } from './checks.ts'
import type { Outcome } from './command.ts'
import { boardCommand } from './define.ts'
import { someNode, someNodes, someTitle } from './examples.ts'

/** Commands that put copies of branches on the board. */

/** Puts a branch from the clipboard under a parent (null: at the top level); owners are kept, also on another board. */
export const paste = boardCommand({
  id: 'clipboard.insert',
  group: 'clipboard',
  keys: [],
  menus: [],
  args: z.object({ branch: z.custom<Branch>(isBranch), parent: idArg.nullable(), after: idArg.nullish() }),
  fromUi: () => null,
  run: (doc, tree, { branch, parent, after }) => insert(doc, tree, branch, { parent, after }),
  example: (tree, random) => ({
    branch: {
      outline: [
        { title: someTitle(random), children: [{ title: 'x', kind: 'risk' as const }, { title: 'y' }] },
      ],
    },
    parent: someNode(tree, random),
  }),
})

/** Copies branches to another place on the same board: what a drag with Ctrl does on its drop. */
export const copyTo = boardCommand({
  id: 'outline.copy',
  group: 'move',
  keys: [],
  menus: [],
  args: z.object({ ids: idsArg, parent: idArg.nullable(), after: idArg.nullish() }),
  fromUi: () => null,
  run(doc, tree, { ids, parent, after }) {
    const branches = branchesOf(tree, ids)
    return branches.ok ? insert(doc, tree, readBranch(tree, branches.value), { parent, after }) : branches
  },
  example: (tree, random) => {
    const some = tree.nodes.size < 60 ? someNodes(tree, random) : null
    return some && { ...some, parent: random() < 0.8 ? someNode(tree, random) : null }
  },
})

/** Copies the selected branches to just after the last of them. */
export const duplicate = boardCommand({
  id: 'outline.duplicate',
  group: 'create',
  keys: ['Mod+D'],
  menus: ['context', 'palette', 'list'],
  icon: 'copy-plus',
  args: z.object({ ids: idsArg }),
  fromUi: selectionOf,
  run(doc, tree, { ids }) {
    const branches = branchesOf(tree, ids)
    if (!branches.ok) return branches
    const last = branches.value.at(-1) as string
    return insert(doc, tree, readBranch(tree, branches.value), { parent: tree.parentOf(last), after: last })
  },
  example: (tree, random) => (tree.nodes.size < 60 ? someNodes(tree, random) : null),
})

function insert(doc: Y.Doc, tree: Tree, branch: Branch, place: Place): Result<Outcome> {
  const { count, height, tooLong } = measure(branch.outline)
  if (count === 0) return problem('paste.empty')
  if (tooLong) return tooLong
  const after =
    typeof place.after === 'string' && tree.parentOf(place.after) !== place.parent ? undefined : place.after
  const fits = all(
    placeFor(tree, place.parent, []),
    roomFor(tree, count),
    depthFor(tree, place.parent, height),
  )
  if (!fits.ok) return fits
  const rename = addRegister(doc, tree, branch)
  const idOf = new Map<string, string>()
  const above = place.parent === null ? null : (tree.nodes.get(place.parent)?.kind ?? null)
  const select = addRow(doc, tree, branch.outline, { parent: place.parent, after }, { above, rename, idOf })
  for (const { kind, from, to, fields } of branch.links ?? []) {
    const [start, end] = [idOf.get(from), idOf.get(to)]
    if (start !== undefined && end !== undefined && start !== end)
      addLink(doc, { kind, from: start, to: end, fields: ownFieldsOnly(fields, linkOwn) })
  }
  return ok({ select, said: { key: 'pasted', values: { count }, toast: count > 1 } })
}

/** How many nodes and levels an outline has, and the refusal of a text that is too long; without recursion, since it may be hostile. */
function measure(outline: readonly BranchNode[]) {
  let count = 0
  let height = 0
  let tooLong: ReturnType<typeof problem> | null = null
  const stack = outline.map((node) => ({ node, level: 1 }))
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, level } = at
    count++
    height = Math.max(height, level)
    if (node.title.length > limits.title)
      tooLong = problem('title.too-long', { limit: limits.title, length: node.title.length })
    if ((node.description ?? '').length > limits.description)
      tooLong = problem('description.too-long', { limit: limits.description })
    for (const child of node.children ?? []) stack.push({ node: child, level: level + 1 })
  }
  return { count, height, tooLong }
}

type Landing = {
  readonly above: NodeKind | null
  /** Ids of the register that this board knows under another id. */
  readonly rename: ReadonlyMap<string, string>
  /** Filled with the new id of every `ref`. */
  readonly idOf: Map<string, string>
}

/** Adds a row and, below each node of it, its children; no deeper than `depthFor` allowed. */
function addRow(
  doc: Y.Doc,
  tree: Tree,
  row: readonly BranchNode[],
  place: Place,
  landing: Landing,
): string[] {
  const nodes = row.map((node): NewNode & { id: string; kind: NodeKind } => ({
    id: newLocalId(),
    kind: node.kind ?? childKind(landing.above),
    title: node.title,
    description: node.description,
    fields: ownFieldsOnly(renamed(node.fields, landing.rename), nodeOwn),
  }))
  const ids = addNodes(doc, tree, nodes, place)
  row.forEach((node, at) => {
    const made = nodes[at]
    if (!made) return
    if (node.ref !== undefined) landing.idOf.set(node.ref, made.id)
    if (node.children?.length)
      addRow(doc, tree, node.children, { parent: made.id }, { ...landing, above: made.kind })
  })
  return ids
}

const nodeOwn: ReadonlySet<string> = new Set(['kind', 'title', 'description', 'parent', 'order', 'at'])
const linkOwn: ReadonlySet<string> = new Set(['kind', 'from', 'to'])

function ownFieldsOnly(
  fields: Readonly<Record<string, unknown>> | undefined,
  own: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).filter(([key]) => !own.has(key) && !isForbidden(key)),
  )
}

/** Adds the roles and organisations this board lacks; answers which incoming ids stand for one it has under another id. */
function addRegister(doc: Y.Doc, tree: Tree, branch: Branch): ReadonlyMap<string, string> {
  const rename = new Map<string, string>()
  for (const org of branch.organisations ?? []) {
    const twin = [...tree.organisations.values()].find(
      (known) => known.id === org.id || known.title === org.title,
    )
    if (!twin) addEntry(yOrganisations(doc), org, {})
    else if (twin.id !== org.id) rename.set(org.id, twin.id)
  }
  for (const role of branch.roles ?? []) {
    const org = role.org == null ? null : (rename.get(role.org) ?? role.org)
    const twin =
      tree.roles.get(role.id) ??
      [...tree.roles.values()].find((known) => known.title === role.title && known.org === org)
    if (!twin) addEntry(yRoles(doc), role, { org })
    else if (twin.id !== role.id) rename.set(role.id, twin.id)
  }
  return rename
}

function addEntry(
  map: Y.Map<unknown>,
  { id, title, fields }: BranchEntry,
  more: Readonly<Record<string, unknown>>,
): void {
  const y = new Y.Map<unknown>()
  map.set(id, y)
  writeEntry(y, { ...fields, title, ...more })
}

/** Fields with the ids of the register put over to this board's, wherever they stand as a value or a key. */
function renamed(
  fields: Readonly<Record<string, unknown>> | undefined,
  rename: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> | undefined {
  if (!fields || rename.size === 0) return fields
  const text = JSON.stringify(fields, (_, value: unknown) =>
    typeof value === 'string' ? (rename.get(value) ?? value) : value,
  )
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename.get(key) ?? key, inner]))
  }) as Record<string, unknown>
}
