import { isPlainObject } from '#lib/board/read.ts'
import { type FieldType, type NodeField, nodeFields } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'

/** Turns stored values into words: labels by key below `board.fields`, dates and amounts in the page's language. */
export type Wording = {
  readonly label: (key: string, values?: Record<string, string | number>) => string
  readonly knows: (key: string) => boolean
  /** A date in JSON form, `2027-04-01` or `2027-04`. */
  readonly date: (value: string) => string
  readonly money: (euros: number) => string
}

/** A field as a reader sees it: its name and one line per part. */
export type FieldInWords = {
  readonly name: string
  readonly label: string
  readonly lines: readonly string[]
}

/** The fields of a node in words, in the order of the schema, then those this build does not know; empty ones left out. */
export function fieldsInWords(
  tree: Tree,
  fields: Readonly<Record<string, unknown>>,
  wording: Wording,
  leaveOut: readonly NodeField[] = [],
): FieldInWords[] {
  const schema: Readonly<Record<string, FieldType>> = nodeFields
  const known = Object.keys(schema).filter((name) => name in fields)
  const unknown = Object.keys(fields).filter((name) => !Object.hasOwn(schema, name))
  return [...known, ...unknown]
    .filter((name) => !(leaveOut as readonly string[]).includes(name))
    .map((name) => ({
      name,
      label: wording.knows(name) ? wording.label(name) : name,
      lines: linesOf(tree, name, schema[name] ?? null, fields[name], wording),
    }))
    .filter(({ lines }) => lines.length > 0)
}

/** The lines of one field, for a reader; none when it holds nothing. */
export function linesOf(
  tree: Tree,
  name: string,
  type: FieldType | null,
  value: unknown,
  wording: Wording,
): string[] {
  if (value === null || value === undefined || value === '') return []
  if (type?.type === 'group') return isPlainObject(value) ? partLines(tree, type.parts, value, wording) : []
  if (type?.type === 'record') return isPlainObject(value) ? recordLines(tree, value, wording) : []
  if (type?.type === 'keyed')
    return Array.isArray(value) ? value.flatMap((row) => capacityLine(tree, row, wording)) : []
  if (Array.isArray(value)) return value.flatMap((item) => itemLine(item))
  return [plain(tree, name, type, value, wording)]
}

function partLines(
  tree: Tree,
  parts: Readonly<Record<string, FieldType>>,
  value: Record<string, unknown>,
  wording: Wording,
): string[] {
  const order = [...Object.keys(parts), ...Object.keys(value).filter((part) => !Object.hasOwn(parts, part))]
  return order.flatMap((part) => {
    const lines = linesOf(tree, part, parts[part] ?? null, value[part], wording)
    const key = `parts.${part}`
    return lines.map((line) => `${wording.knows(key) ? wording.label(key) : part}: ${line}`)
  })
}

const recordLines = (tree: Tree, value: Record<string, unknown>, wording: Wording) =>
  Object.entries(value).map(([role, letters]) => `${roleTitle(tree, role, wording)}: ${String(letters)}`)

/** `{ role, days: { '2027-01': 4 } }` as "Functioneel beheerder: 12 days". */
function capacityLine(tree: Tree, row: unknown, wording: Wording): string[] {
  if (!isPlainObject(row) || typeof row.role !== 'string') return []
  const days = isPlainObject(row.days) ? Object.values(row.days).filter((n) => typeof n === 'number') : []
  const count = days.reduce((sum, n) => sum + n, 0)
  return [`${roleTitle(tree, row.role, wording)}: ${wording.label('days', { count })}`]
}

/** A tag, or a reference such as `{ code: 'NEN 7510', note: 'continuity' }` on one line. */
function itemLine(item: unknown): string[] {
  if (!isPlainObject(item)) return item === null || item === undefined ? [] : [String(item)]
  const words = Object.values(item).filter((part) => typeof part === 'string' || typeof part === 'number')
  return words.length > 0 ? [words.join(' · ')] : []
}

function plain(tree: Tree, name: string, type: FieldType | null, value: unknown, wording: Wording): string {
  if (type?.type === 'role') return roleTitle(tree, String(value), wording)
  if (type?.type === 'organisation') return tree.organisations.get(String(value))?.title ?? String(value)
  if (type?.type === 'boolean') return wording.label(value === true ? 'yes' : 'no')
  if (type?.type === 'date') return wording.date(String(value))
  if (name === 'budgetEUR' && typeof value === 'number') return wording.money(value)
  if (name === 'progress') return wording.label('percent', { value: String(value) })
  if (name === 'direction' && wording.knows(`directions.${value}`))
    return wording.label(`directions.${value}`)
  return isPlainObject(value) ? JSON.stringify(value) : String(value)
}

const roleTitle = (tree: Tree, id: string, wording: Wording) =>
  tree.roles.get(id)?.title || wording.label('unknownRole')
