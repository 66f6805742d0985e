import * as Y from 'yjs'
import { replaceText } from './edit.ts'
import { isForbidden } from './read.ts'

/** The values of one entry (a node, a link, a role …) as plain data that outlives the entry, and the way back into the document. */

/** A shared text by its characters, anything else as it was written. */
export type Value = { readonly text: string } | { readonly plain: unknown }
export type Entry = ReadonlyMap<string, Value>

/** The values of a shared map, or null when the value is not one. */
export function readEntry(y: unknown): Entry | null {
  if (!(y instanceof Y.Map)) return null
  const values = new Map<string, Value>()
  for (const [key, value] of y) values.set(key, readValue(value))
  return values
}

export function readValue(value: unknown): Value {
  if (value instanceof Y.Text) return { text: value.toString() }
  return { plain: value instanceof Y.AbstractType ? value.toJSON() : value }
}

/** Whether two values say the same; undefined stands for a key that is not there. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  if ('text' in a || 'text' in b) return 'text' in a && 'text' in b && a.text === b.text
  return a.plain === b.plain || JSON.stringify(a.plain) === JSON.stringify(b.plain)
}

/** Writes a value under a key, undefined removes the key; a text that is there already is changed in place. */
export function writeValue(y: Y.Map<unknown>, key: string, value: Value | undefined): void {
  if (isForbidden(key)) return
  if (value === undefined) y.delete(key)
  else if (!('text' in value)) y.set(key, value.plain)
  else {
    const present = y.get(key)
    if (present instanceof Y.Text) replaceText(present, value.text)
    else y.set(key, new Y.Text(value.text))
  }
}

/** Puts a whole entry into a map of entries. */
export function writeWhole(map: Y.Map<unknown>, id: string, values: Entry): void {
  const y = new Y.Map<unknown>()
  map.set(id, y)
  for (const [key, value] of values) writeValue(y, key, value)
}
