import type * as Y from 'yjs'
import { rootNames } from './schema.ts'
import { type Entry, isSame, readEntry, type Value } from './snapshot.ts'

/** What transactions changed, in values: the memory behind undo. */

/** Where an entry lives: a root map and an id in it; the board's own fields are one entry without an id. */
export type EntryPath = { readonly root: RootName; readonly id: string | null }
export type RootName = (typeof rootNames)[number]

/** What happened to one entry. A made or removed entry is one thing, a change of an entry is one thing per key. */
export type EntryChange =
  | { readonly what: 'made'; readonly at: EntryPath; readonly after: Entry }
  | { readonly what: 'removed'; readonly at: EntryPath; readonly before: Entry }
  | { readonly what: 'changed'; readonly at: EntryPath; readonly keys: Map<string, KeyChange> }
export type KeyChange = { readonly before: Value | undefined; readonly after: Value | undefined }

export const nameOf = ({ root, id }: EntryPath): string => (id === null ? root : `${root} ${id}`)

/** The keys of one entry that a transaction wrote, whatever it wrote; null stands for the entry as a whole. */
export type Touch = { readonly at: EntryPath; readonly keys: ReadonlySet<string | null> }

/** Remembers what every entry last said, and tells after a transaction what it touched and what is different now. */
export type Memory = {
  readonly changesIn: (transaction: Y.Transaction) => {
    readonly touches: readonly Touch[]
    readonly changes: readonly EntryChange[]
  }
}

/** Reads the whole document once; afterwards only entries that a transaction touched. */
export function createMemory(doc: Y.Doc): Memory {
  const entries = new Map<string, Entry>()
  const rootOf = new Map<unknown, RootName>(rootNames.map((root) => [doc.getMap(root), root]))
  const read = ({ root, id }: EntryPath) =>
    readEntry(id === null ? doc.getMap(root) : doc.getMap(root).get(id))
  const renew = (at: EntryPath): EntryChange | null => {
    const name = nameOf(at)
    const before = entries.get(name)
    const after = read(at)
    if (after) entries.set(name, after)
    else entries.delete(name)
    if (!before) return after && { what: 'made', at, after }
    if (!after) return { what: 'removed', at, before }
    const keys = keysThatDiffer(before, after)
    return keys.size > 0 ? { what: 'changed', at, keys } : null
  }
  renew({ root: 'meta', id: null })
  for (const root of rootNames)
    if (root !== 'meta') for (const id of doc.getMap(root).keys()) renew({ root, id })

  return {
    changesIn(transaction) {
      const touched = new Map<string, { at: EntryPath; keys: Set<string | null> }>()
      for (const [type, keys] of transaction.changed) {
        for (const [at, key] of keysTouched(type, keys, rootOf)) {
          const known = touched.get(nameOf(at))
          if (known) known.keys.add(key)
          else touched.set(nameOf(at), { at, keys: new Set([key]) })
        }
      }
      const touches = [...touched.values()]
      return { touches, changes: touches.map(({ at }) => renew(at)).filter((change) => change !== null) }
    },
  }
}

function keysThatDiffer(before: Entry, after: Entry): Map<string, KeyChange> {
  const keys = new Map<string, KeyChange>()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const change = { before: before.get(key), after: after.get(key) }
    if (!isSame(change.before, change.after)) keys.set(key, change)
  }
  return keys
}

type SharedType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never

function keysTouched(
  type: SharedType,
  keys: ReadonlySet<string | null>,
  rootOf: ReadonlyMap<unknown, RootName>,
): [EntryPath, string | null][] {
  const own = rootOf.get(type)
  if (own === 'meta') return [...keys].map((key) => [{ root: own, id: null }, key])
  if (own) return [...keys].filter((key) => key !== null).map((id) => [{ root: own, id }, null])
  let inner: string | null = null
  for (let at = type._item; at !== null; ) {
    const root = rootOf.get(at.parent)
    if (root === 'meta') return [[{ root, id: null }, at.parentSub]]
    if (root)
      return inner === null
        ? [...keys].map((key) => [{ root, id: at?.parentSub ?? '' }, key])
        : [[{ root, id: at.parentSub }, inner]]
    inner = at.parentSub
    at = at.parent !== null && '_item' in at.parent ? at.parent._item : null
  }
  return []
}

/** One step of undo: by entry, what it changed and what became of that. */
export type Step = {
  readonly serial: number
  readonly changes: Map<string, EntryChange>
  /** Nodes this step made that are not its to take away any more. */
  readonly kept: Set<string>
}

/** Joins a later change of the same step to an earlier one; typing only ever changes keys of entries that are there. */
export function join(step: Step, changes: readonly EntryChange[]): void {
  for (const change of changes) {
    const name = nameOf(change.at)
    const known = step.changes.get(name)
    if (known?.what !== 'changed' || change.what !== 'changed') step.changes.set(name, change)
    else
      for (const [key, { before, after }] of change.keys)
        known.keys.set(key, { before: known.keys.has(key) ? known.keys.get(key)?.before : before, after })
  }
}

/**
 * Takes out of a step what someone else wrote since: the keys they wrote [U1], and the making of an entry they
 * wrote anything in [U4]. An entry they made or removed leaves the step altogether.
 */
export function strike(step: Step, { at, keys }: Touch): void {
  const name = nameOf(at)
  const mine = step.changes.get(name)
  if (!mine) return
  if (mine.what === 'changed') for (const key of keys) if (key !== null) mine.keys.delete(key)
  if (mine.what === 'changed' && mine.keys.size > 0 && !keys.has(null)) return
  if (mine.what === 'made' && at.root === 'nodes' && at.id !== null) step.kept.add(at.id)
  step.changes.delete(name)
}
