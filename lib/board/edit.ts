import * as Y from 'yjs'
import { newLocalId } from '#lib/ids.ts'
import { branchOf, pathOf } from './derive.ts'
import { freshKeys, keysBetween } from './order.ts'
import { entry, isForbidden, isPlainObject, yLinks, yNodes } from './read.ts'
import { type FieldType, type LinkKind, linkFields, type NodeKind, nodeFields } from './schema.ts'
import type { Tree } from './tree.ts'

/** Edits of a document. Each expects to run inside a transaction, on a tree of that document as it is now. */

/** Where a node goes: a parent (null: the top level) and the sibling it follows (null: it comes first, undefined: last). */
export type Place = { readonly parent: string | null; readonly after?: string | null | undefined }

export type NewNode = {
  readonly id?: string | undefined
  readonly kind: NodeKind
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** Other fields in JSON form, `status` and `at` included. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
  /** A known order key, kept as it is: a board read from a file. */
  readonly order?: string | undefined
}

/** Adds a node and answers its id. */
export function addNode(doc: Y.Doc, tree: Tree, node: NewNode, place: Place): string {
  return addNodes(doc, tree, [node], place)[0] as string
}

/** Adds a row of siblings at one place, in the given order, and answers their ids. */
export function addNodes(doc: Y.Doc, tree: Tree, nodes: readonly NewNode[], place: Place): string[] {
  const keys = ordersAt(doc, tree, place, nodes.length)
  return nodes.map((node, at) => putNode(doc, node, place.parent, keys[at] as string))
}

/** Moves a node with its branch. The caller has made sure that the place is not inside the branch. */
export function moveNode(doc: Y.Doc, tree: Tree, id: string, place: Place): void {
  moveNodes(doc, tree, [id], place)
}

/** Moves nodes with their branches to one place, in the given order; none may be `place.after`. */
export function moveNodes(doc: Y.Doc, tree: Tree, ids: readonly string[], place: Place): void {
  settleCycles(doc, tree, place.parent === null ? ids : [...ids, place.parent])
  const keys = ordersAt(doc, tree, place, ids.length, new Set(ids))
  ids.forEach((id, at) => {
    const y = entry(yNodes(doc), id)
    if (!y) return
    setIfNew(y, 'parent', place.parent)
    setIfNew(y, 'order', keys[at])
  })
}

/** Removes nodes with everything below them and every link that touches one of them; answers how many nodes went. */
export function removeBranches(doc: Y.Doc, tree: Tree, ids: readonly string[]): number {
  const gone = new Set(ids.flatMap((id) => branchOf(tree, id)))
  removeNodes(doc, tree, gone)
  return gone.size
}

/** Removes just these nodes and their links; the caller has found another place for their children. */
export function removeNodes(doc: Y.Doc, tree: Tree, ids: Iterable<string>): void {
  for (const id of ids) {
    for (const link of tree.linksOf(id)) yLinks(doc).delete(link)
    yNodes(doc).delete(id)
  }
}

export function setKind(doc: Y.Doc, tree: Tree, id: string, kind: NodeKind): void {
  const y = repaired(doc, tree, id)
  if (y) setIfNew(y, 'kind', kind)
}

/** Writes the difference between the present title and `title`, so that what others type elsewhere in it stays. */
export function setTitle(doc: Y.Doc, tree: Tree, id: string, title: string): void {
  const y = repaired(doc, tree, id)
  if (y) writeText(y, 'title', title)
}

export function setDescription(doc: Y.Doc, tree: Tree, id: string, description: string): void {
  const y = repaired(doc, tree, id)
  if (y) writeText(y, 'description', description)
}

/** Sets one field in its JSON form; null or undefined clears it. `status` and `at` are fields like any other here. */
export function setField(doc: Y.Doc, tree: Tree, id: string, name: string, value: unknown): void {
  const y = repaired(doc, tree, id)
  if (y) writeField(y, nodeFields, name, value)
}

export type NewLink = {
  readonly id?: string | undefined
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
  readonly fields?: Readonly<Record<string, unknown>> | undefined
}

/** Adds a link and answers its id. */
export function addLink(doc: Y.Doc, link: NewLink): string {
  const id = link.id ?? newLocalId()
  const y = new Y.Map<unknown>()
  y.set('kind', link.kind)
  y.set('from', link.from)
  y.set('to', link.to)
  yLinks(doc).set(id, y)
  for (const [name, value] of Object.entries(link.fields ?? {})) writeField(y, linkFields, name, value)
  return id
}

/** Changes a link's kind or one of its fields; null clears a field. */
export function setLinkField(doc: Y.Doc, id: string, name: string, value: unknown): void {
  const y = entry(yLinks(doc), id)
  if (!y) return
  if (name === 'kind') setIfNew(y, 'kind', value)
  else writeField(y, linkFields, name, value)
}

export function removeLink(doc: Y.Doc, id: string): void {
  yLinks(doc).delete(id)
}

/** Writes an entry of the register (roles, organisations) or the board's own fields as plain values; null clears a key. */
export function writeEntry(y: Y.Map<unknown>, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) if (!isForbidden(key)) setIfNew(y, key, value ?? null)
}

/** The title and the description are shared texts from birth, so that two people typing lose nothing. */
function putNode(doc: Y.Doc, node: NewNode, parent: string | null, order: string): string {
  const id = node.id ?? newLocalId()
  const y = new Y.Map<unknown>()
  y.set('kind', node.kind)
  y.set('title', new Y.Text(node.title ?? ''))
  y.set('description', new Y.Text(node.description ?? ''))
  if (parent !== null) y.set('parent', parent)
  y.set('order', node.order ?? order)
  yNodes(doc).set(id, y)
  for (const [name, value] of Object.entries(node.fields ?? {})) writeField(y, nodeFields, name, value)
  return id
}

/** Order keys for `count` nodes at a place among the siblings; a tie is re-keyed, the moving nodes left out [O2]. */
function ordersAt(
  doc: Y.Doc,
  tree: Tree,
  place: Place,
  count: number,
  moving: ReadonlySet<string> = none,
): string[] {
  const row = tree.childrenOf(place.parent).filter((id) => !moving.has(id))
  const index =
    place.after === undefined ? row.length : place.after === null ? 0 : row.indexOf(place.after) + 1
  const keyAt = (at: number) =>
    at < 0 || at >= row.length ? null : (tree.nodes.get(row[at] as string)?.order ?? null)
  const fitting = keysBetween(keyAt(index - 1), keyAt(index), count)
  if (fitting !== null) return fitting
  const keys = freshKeys(row.length + count)
  row.forEach((id, at) => {
    const y = entry(yNodes(doc), id)
    if (y) setIfNew(y, 'order', keys[at < index ? at : at + count])
  })
  return keys.slice(index, index + count)
}

const none: ReadonlySet<string> = new Set()

/** Writes down where readers cut a cycle above these nodes [T4], so that a move does not close or open it elsewhere [T6]. */
function settleCycles(doc: Y.Doc, tree: Tree, ids: readonly string[]): void {
  for (const top of new Set(ids.map((id) => pathOf(tree, id)[0]))) {
    const written = top === undefined ? null : tree.nodes.get(top)?.parent
    if (top !== undefined && typeof written === 'string' && tree.nodes.has(written)) repaired(doc, tree, top)
  }
}

/** The shared map of a node about to be edited, with its repaired parent written if readers had to repair it [T6]. */
function repaired(doc: Y.Doc, tree: Tree, id: string): Y.Map<unknown> | null {
  const y = entry(yNodes(doc), id)
  if (y && (y.get('parent') ?? null) !== tree.parentOf(id)) setIfNew(y, 'parent', tree.parentOf(id))
  return y
}

/** Writes a field; a group's parts are a key each [T8], so that two people filling in one mandate lose nothing. */
function writeField(
  y: Y.Map<unknown>,
  schema: Record<string, FieldType>,
  name: string,
  value: unknown,
): void {
  if (isForbidden(name)) return
  const field = Object.hasOwn(schema, name) ? schema[name] : undefined
  const parts = field && toParts(field, value)
  if (!parts) {
    setIfNew(y, name, value ?? null)
    return
  }
  const wanted = new Map(Object.entries(parts).map(([part, partValue]) => [`${name}.${part}`, partValue]))
  for (const key of [...y.keys()]) if (key.startsWith(`${name}.`) && !wanted.has(key)) y.delete(key)
  for (const [key, partValue] of wanted)
    if (!isForbidden(key.slice(name.length + 1))) setIfNew(y, key, partValue)
}

/** The parts a value is stored in, or null when the field is stored whole. */
function toParts(field: FieldType, value: unknown): Record<string, unknown> | null {
  if (field.type === 'group' || field.type === 'record')
    return isPlainObject(value) ? value : value == null ? {} : null
  if (field.type !== 'keyed') return null
  if (!Array.isArray(value)) return value == null ? {} : null
  const rows = value.filter(isPlainObject).filter((row) => typeof row[field.key] === 'string')
  return Object.fromEntries(rows.map(({ [field.key]: key, ...rest }) => [String(key), rest]))
}

function setIfNew(y: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === null || value === undefined) {
    if (y.has(key)) y.delete(key)
  } else if (!y.has(key) || !sameJson(y.get(key), value)) y.set(key, value)
}

const sameJson = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    !(a instanceof Y.AbstractType) &&
    JSON.stringify(a) === JSON.stringify(b))

/** Replaces the smallest stretch that turns the present text into `text`, never cutting a surrogate pair. */
function writeText(y: Y.Map<unknown>, key: string, text: string): void {
  const shared = y.get(key)
  if (!(shared instanceof Y.Text)) {
    y.set(key, new Y.Text(text))
    return
  }
  replaceText(shared, text)
}

/** See `writeText`; exported for the title editor, which binds to the shared text directly. */
export function replaceText(shared: Y.Text, text: string): void {
  const { start, removed, inserted } = spliceOf(shared.toString(), text)
  if (removed > 0) shared.delete(start, removed)
  if (inserted !== '') shared.insert(start, inserted)
}

/** The one stretch whose replacement turns `from` into `to`, as short as can be without cutting a surrogate pair. */
export function spliceOf(from: string, to: string): { start: number; removed: number; inserted: string } {
  let start = 0
  const shortest = Math.min(from.length, to.length)
  while (start < shortest && from.charCodeAt(start) === to.charCodeAt(start)) start++
  let end = 0
  while (
    end < shortest - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  )
    end++
  if (start > 0 && isHighSurrogate(from.charCodeAt(start - 1))) start--
  if (end > 0 && isLowSurrogate(from.charCodeAt(from.length - end))) end--
  return { start, removed: from.length - end - start, inserted: to.slice(start, to.length - end) }
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff
