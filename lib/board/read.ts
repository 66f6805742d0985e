import * as Y from 'yjs'
import { defaultOrder } from './order.ts'
import {
  classifications,
  type FieldType,
  isLinkKind,
  isNodeKind,
  isStatus,
  linkFields,
  nodeFields,
} from './schema.ts'
import type { BoardLink, BoardMeta, BoardNode, BoardOrganisation, BoardRole } from './tree.ts'

/** Reads shared types into plain data. A document is hostile input: wrong types read as defaults, unknown fields survive [T7]. */

export const yNodes = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('nodes')
export const yLinks = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('links')
export const yRoles = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('roles')
export const yOrganisations = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('organisations')
export const yMeta = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')

/** The shared map of one entry, or null when it is missing or of a wrong type. */
export function entry(map: Y.Map<unknown>, id: string): Y.Map<unknown> | null {
  const value = map.get(id)
  return value instanceof Y.Map ? value : null
}

export function readNode(id: string, y: Y.Map<unknown>): BoardNode {
  const kind = y.get('kind')
  const parent = y.get('parent')
  const order = y.get('order')
  const status = y.get('status')
  return {
    id,
    kind: isNodeKind(kind) ? kind : 'note',
    title: readText(y.get('title')),
    description: readText(y.get('description')),
    parent: typeof parent === 'string' ? parent : null,
    order: typeof order === 'string' ? order : defaultOrder,
    status: isStatus(status) ? status : null,
    at: readPlace(y.get('at')),
    fields: readFields(y, nodeFields, nodeOwn),
  }
}

/** Reads a link, or null when an end or the kind is not usable. */
export function readLink(id: string, y: Y.Map<unknown>): BoardLink | null {
  const kind = y.get('kind')
  const from = y.get('from')
  const to = y.get('to')
  if (!isLinkKind(kind) || typeof from !== 'string' || typeof to !== 'string') return null
  return { id, kind, from, to, fields: readFields(y, linkFields, linkOwn) }
}

export function readRole(id: string, y: Y.Map<unknown>): BoardRole {
  const org = y.get('org')
  return {
    id,
    title: readText(y.get('title')),
    org: typeof org === 'string' ? org : null,
    fields: readFields(y, {}, roleOwn),
  }
}

export function readOrganisation(id: string, y: Y.Map<unknown>): BoardOrganisation {
  return { id, title: readText(y.get('title')), fields: readFields(y, {}, organisationOwn) }
}

export function readMeta(y: Y.Map<unknown>): BoardMeta {
  const classification = y.get('classification')
  const planYear = y.get('planYear')
  return {
    title: readText(y.get('title')),
    language: y.get('language') === 'en' ? 'en' : 'nl',
    classification: classifications.find((known) => known === classification) ?? 'intern',
    planYear: typeof planYear === 'number' && Number.isInteger(planYear) ? planYear : null,
    fields: readFields(y, {}, metaOwn),
  }
}

const nodeOwn: ReadonlySet<string> = new Set([
  'kind',
  'title',
  'description',
  'parent',
  'order',
  'status',
  'at',
])
const linkOwn: ReadonlySet<string> = new Set(['kind', 'from', 'to'])
const roleOwn: ReadonlySet<string> = new Set(['title', 'org'])
const organisationOwn: ReadonlySet<string> = new Set(['title'])
const metaOwn: ReadonlySet<string> = new Set(['title', 'language', 'classification', 'planYear'])

function readText(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  return typeof value === 'string' ? value : ''
}

function readPlace(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null
  const [x, y] = value as unknown[]
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : null
}

const noFields: Readonly<Record<string, unknown>> = Object.freeze({})

/** All keys but `own` in their JSON form; the parts of groups, records and keyed lists are put together [T8]. */
function readFields(
  y: Y.Map<unknown>,
  schema: Record<string, FieldType>,
  own: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  let fields: Record<string, unknown> | null = null
  // Sorted, because the order of keys in a document depends on who heard what first [T2].
  for (const key of [...y.keys()].sort()) {
    if (own.has(key) || isForbidden(key)) continue
    fields ??= {}
    const value = toPlain(y.get(key))
    const dot = key.indexOf('.')
    const name = dot < 0 ? key : key.slice(0, dot)
    const part = dot < 0 ? '' : key.slice(dot + 1)
    const field = Object.hasOwn(schema, name) ? schema[name] : undefined
    if (dot < 0 || field === undefined || isForbidden(part)) fields[key] = value
    else addPart(fields, name, part, field, value)
  }
  return fields ?? noFields
}

function addPart(
  fields: Record<string, unknown>,
  name: string,
  part: string,
  field: FieldType,
  value: unknown,
): void {
  if (field.type === 'keyed') {
    const rows = Array.isArray(fields[name]) ? (fields[name] as unknown[]) : []
    rows.push({ ...(isPlainObject(value) ? value : {}), [field.key]: part })
    fields[name] = rows
  } else if (field.type === 'group' || field.type === 'record') {
    const parts = isPlainObject(fields[name]) ? fields[name] : {}
    parts[part] = value
    fields[name] = parts
  } else fields[`${name}.${part}`] = value
}

/** A value as JSON data: nested shared types become plain, everything else is already. */
function toPlain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.toJSON() : value
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names that would reach an object's prototype. */
export const isForbidden = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype'
