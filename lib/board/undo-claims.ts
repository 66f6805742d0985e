import * as Y from 'yjs'
import { entry, yLinks, yNodes } from './read.ts'
import { rootNames } from './schema.ts'

/** Which keys of the document a step of undo may still change. A step loses its claim on a key once someone else changes that key. */

export type Step = Y.UndoManager['undoStack'][number]

/** Where a key lives: `nodes`, a node's id, a field, joined; the same for every incarnation of a node that was removed and restored. */
export type KeyPath = string

const separator = '\u0000'
const known: ReadonlySet<string> = new Set(rootNames)

/** The path of the node, link or register entry that a path lies in. */
export const entryOf = (path: KeyPath): KeyPath => path.split(separator, 2).join(separator)

export const pathTo = (...parts: string[]): KeyPath => parts.join(separator)

/** The keys a transaction changed; a shared text counts as the key it stands under. */
export function changedPaths(transaction: Y.Transaction): Set<KeyPath> {
  const paths = new Set<KeyPath>()
  for (const [type, keys] of transaction.changed) {
    const base = partsOfType(type)
    if (!base || !known.has(base[0] ?? '')) continue
    for (const key of keys)
      if (key !== null || base.length > 1) paths.add(pathTo(...base, ...(key === null ? [] : [key])))
  }
  return paths
}

/** Takes a key out of a step, so that undoing the step leaves it as it is. */
export function strikeKey(doc: Y.Doc, step: Step, path: KeyPath): void {
  strike(doc, step.insertions, (at) => at === path)
  strike(doc, step.deletions, (at) => at === path)
}

/** Takes the making of a whole entry out of a step: undoing the step leaves the entry alive. */
export function strikeEntry(doc: Y.Doc, step: Step, path: KeyPath): void {
  if (!makes(doc, step, path)) return
  strike(doc, step.insertions, (at) => entryOf(at) === path)
  keptOf(step).add(path)
}

export const isSpent = (step: Step): boolean =>
  step.insertions.clients.size === 0 && step.deletions.clients.size === 0

/**
 * Strikes the return of a node to a parent that lies in that node's own branch by now: someone else moved it there,
 * and going back would make a cycle [U5].
 */
export function strikeCycles(doc: Y.Doc, step: Step): void {
  const nodes = yNodes(doc)
  const backTo: [id: string, parent: string][] = []
  eachItem(doc, step.deletions, (item, parts) => {
    const value: unknown = item.content instanceof Y.ContentAny ? item.content.arr[0] : null
    if (parts.length === 3 && parts[0] === 'nodes' && parts[2] === 'parent' && typeof value === 'string')
      backTo.push([parts[1] ?? '', value])
  })
  for (const [id, parent] of backTo) {
    const seen = new Set<string>()
    for (
      let at: unknown = parent;
      typeof at === 'string' && !seen.has(at);
      at = entry(nodes, at)?.get('parent')
    )
      seen.add(at)
    if (!seen.has(id)) continue
    strikeKey(doc, step, pathTo('nodes', id, 'parent'))
    strikeKey(doc, step, pathTo('nodes', id, 'order'))
  }
}

/** What undoing a step must leave alive: made by the step, but carrying nodes that the step did not make. */
export function keptBy(doc: Y.Doc, step: Step): (item: Y.Item) => boolean {
  const made = madeIn(doc, step)
  const kept = new Set(keptOf(step))
  const parentOf = (id: string) => entry(yNodes(doc), id)?.get('parent')
  for (const id of yNodes(doc).keys()) {
    if (made.has(pathTo('nodes', id))) continue
    for (let at = parentOf(id); typeof at === 'string'; at = parentOf(at)) {
      const path = pathTo('nodes', at)
      if (!made.has(path) || kept.has(path)) break
      kept.add(path)
    }
  }
  const stays = (id: unknown) =>
    typeof id === 'string' &&
    (kept.has(pathTo('nodes', id)) || (!made.has(pathTo('nodes', id)) && yNodes(doc).has(id)))
  for (const path of made) {
    const y = path.startsWith(`links${separator}`) ? entry(yLinks(doc), path.slice(6)) : null
    const ends = [y?.get('from'), y?.get('to')]
    if (y && ends.every(stays) && ends.some((id) => kept.has(pathTo('nodes', String(id))))) kept.add(path)
  }
  return (item) => {
    const path = entryOf(pathTo(...(partsOfItem(item) ?? [])))
    return kept.has(path) && made.has(path)
  }
}

const keptOf = (step: Step): Set<KeyPath> => {
  const kept = step.meta.get('kept') as Set<KeyPath> | undefined
  if (kept) return kept
  const fresh = new Set<KeyPath>()
  step.meta.set('kept', fresh)
  return fresh
}

function makes(doc: Y.Doc, step: Step, path: KeyPath): boolean {
  return madeIn(doc, step).has(path)
}

/** The entries that a step made. */
function madeIn(doc: Y.Doc, step: Step): Set<KeyPath> {
  const made = new Set<KeyPath>()
  eachItem(doc, step.insertions, (_, parts) => {
    if (parts.length === 2) made.add(pathTo(...parts))
  })
  return made
}

type ItemSet = Step['insertions']
type SharedType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never

function eachItem(
  doc: Y.Doc,
  set: ItemSet,
  visit: (item: Y.Item, parts: string[], from: number, to: number) => void,
): void {
  for (const [client, ranges] of set.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; ) {
        const struct: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, at))
        const end = Math.min(struct.id.clock + struct.length, clock + len)
        const parts = struct instanceof Y.Item ? partsOfItem(struct) : null
        if (parts) visit(struct as Y.Item, parts, at, end)
        at = end
      }
    }
  }
}

/** Removes from the set every item whose path is struck. */
function strike(doc: Y.Doc, set: ItemSet, isStruck: (path: KeyPath) => boolean): void {
  const struck = new Map<number, [from: number, to: number][]>()
  eachItem(doc, set, (item, parts, from, to) => {
    if (!isStruck(pathTo(...parts))) return
    const row = struck.get(item.id.client)
    if (row) row.push([from, to])
    else struck.set(item.id.client, [[from, to]])
  })
  for (const [client, holes] of struck) {
    const left = (set.clients.get(client) ?? []).flatMap((range) =>
      without(range.clock, range.clock + range.len, holes),
    )
    if (left.length > 0) set.clients.set(client, left)
    else set.clients.delete(client)
  }
}

/** The stretches of from..to outside the holes, which are in rising order within one range. */
function without(from: number, to: number, holes: readonly (readonly [number, number])[]) {
  const left: { clock: number; len: number }[] = []
  let at = from
  for (const [start, end] of [...holes].sort((a, b) => a[0] - b[0])) {
    if (end <= at || start >= to) continue
    if (start > at) left.push({ clock: at, len: start - at })
    at = end
  }
  if (at < to) left.push({ clock: at, len: to - at })
  return left
}

function partsOfItem(item: Y.Item): string[] | null {
  if (!(item.parent instanceof Y.AbstractType)) return null
  const base = partsOfType(item.parent)
  return base && (item.parentSub === null ? base : [...base, item.parentSub])
}

function partsOfType(type: SharedType): string[] | null {
  const item = type._item
  if (item !== null) return partsOfItem(item)
  for (const name of rootNames) if (type.doc?.share.get(name) === type) return [name]
  return null
}
