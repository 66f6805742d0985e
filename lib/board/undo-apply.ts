import type * as Y from 'yjs'
import { entry, yLinks, yNodes } from './read.ts'
import { isSame, readValue, writeValue, writeWhole } from './snapshot.ts'
import type { EntryChange, EntryPath, Step } from './undo-steps.ts'

/** Writes the opposite of a step, inside a transaction of the caller: restores, then takes away what the step made. */
export function reverse(doc: Y.Doc, step: Step): void {
  const changes = [...step.changes.values()]
  for (const change of changes) if (change.what === 'removed') restore(doc, change)
  for (const change of changes) if (change.what === 'changed') putBack(doc, change)
  takeAway(doc, changes, step.kept)
}

function restore(doc: Y.Doc, { at, before }: EntryChange & { what: 'removed' }): void {
  const map = doc.getMap<unknown>(at.root)
  if (at.id === null || map.has(at.id)) return
  writeWhole(map, at.id, before)
  if (at.root === 'nodes' && closesCycle(doc, at.id)) entry(map, at.id)?.delete('parent')
}

/** Puts keys back that still hold what the step wrote; a place that lies in the node's own branch by now is left [U5]. */
function putBack(doc: Y.Doc, { at, keys }: EntryChange & { what: 'changed' }): void {
  const y = at.id === null ? doc.getMap<unknown>(at.root) : entry(doc.getMap(at.root), at.id)
  if (!y) return
  const still = [...keys].filter(([key, { after }]) =>
    isSame(y.has(key) ? readValue(y.get(key)) : undefined, after),
  )
  const parent = at.root === 'nodes' ? keys.get('parent')?.before : undefined
  const isBarred =
    parent && 'plain' in parent && typeof parent.plain === 'string' && leadsTo(doc, parent.plain, at.id)
  for (const [key, { before }] of still) {
    if (!(isBarred && (key === 'parent' || key === 'order'))) writeValue(y, key, before)
  }
}

/** Removes what the step made, except nodes that carry others by now, and the links between what stays [U4]. */
function takeAway(doc: Y.Doc, changes: readonly EntryChange[], others: ReadonlySet<string>): void {
  const made = changes.filter((change) => change.what === 'made').map((change) => change.at)
  const nodes = new Set(made.filter((at) => at.root === 'nodes').map((at) => at.id ?? ''))
  const kept = new Set([...carriers(doc, nodes), ...others])
  for (const at of made)
    if (at.id !== null && !kept.has(at.id) && !(at.root === 'links' && staysBetween(doc, at, nodes, kept)))
      doc.getMap(at.root).delete(at.id)
}

/** The nodes of a set under which, at any depth, a node hangs that is not of the set. */
function carriers(doc: Y.Doc, made: ReadonlySet<string>): Set<string> {
  const kept = new Set<string>()
  if (made.size === 0) return kept
  for (const id of yNodes(doc).keys()) {
    if (made.has(id)) continue
    for (let at = parentOf(doc, id); at !== null && made.has(at) && !kept.has(at); at = parentOf(doc, at))
      kept.add(at)
  }
  return kept
}

/** Whether a link came with nodes of which one is kept, and both its ends stay. */
function staysBetween(
  doc: Y.Doc,
  at: EntryPath,
  made: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): boolean {
  const y = at.id === null ? null : entry(yLinks(doc), at.id)
  const ends = [y?.get('from'), y?.get('to')].map(String)
  return (
    ends.some((id) => kept.has(id)) &&
    ends.every((id) => kept.has(id) || (yNodes(doc).has(id) && !made.has(id)))
  )
}

function parentOf(doc: Y.Doc, id: string): string | null {
  const parent = entry(yNodes(doc), id)?.get('parent')
  return typeof parent === 'string' ? parent : null
}

/** Whether going up from `start` passes `id`. */
function leadsTo(doc: Y.Doc, start: string, id: string | null): boolean {
  const seen = new Set<string>()
  for (let at: string | null = start; at !== null && !seen.has(at); at = parentOf(doc, at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

function closesCycle(doc: Y.Doc, id: string): boolean {
  const parent = parentOf(doc, id)
  return parent !== null && leadsTo(doc, parent, id)
}
