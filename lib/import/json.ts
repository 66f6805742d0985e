import * as Y from 'yjs'
import { addLink, addNode, writeEntry } from '#lib/board/edit.ts'
import { freshKeys } from '#lib/board/order.ts'
import { isForbidden, isPlainObject, yMeta, yOrganisations, yRoles } from '#lib/board/read.ts'
import {
  classifications,
  isLinkKind,
  isNodeKind,
  isStatus,
  type LinkKind,
  limits,
  type NodeKind,
} from '#lib/board/schema.ts'
import { readTree } from '#lib/board/store.ts'
import { type BoardJson, boardFormat, type JsonEntry } from '#lib/export/json.ts'
import { newLocalId } from '#lib/ids.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { decodeText } from './decode.ts'
import { keepFields } from './fields.ts'
import type { ImportNote } from './messages.ts'

/** A board read from a file, fit to be written as it is, and what had to be changed to make it so. */
export type ImportedBoard = { readonly board: BoardJson; readonly notes: readonly ImportNote[] }

/** Reads board JSON. Refuses what is no board JSON or too large; repairs the rest and says so. */
export function readBoardJson(source: string | Uint8Array): Result<ImportedBoard> {
  const text = decodeText(source)
  if (!text.ok) return text
  let data: unknown
  try {
    data = JSON.parse(text.value)
  } catch {
    return problem('file.broken')
  }
  return checkBoardJson(data)
}

/** As `readBoardJson`, for data that is parsed already. */
export function checkBoardJson(data: unknown): Result<ImportedBoard> {
  if (!isPlainObject(data) || data.format !== boardFormat) {
    return problem('file.wrong-format', {
      format: isPlainObject(data) && typeof data.format === 'string' ? data.format.slice(0, 40) : '',
    })
  }
  const rows = entriesOf(data.nodes)
  if (rows.length > limits.nodes)
    return problem('board.too-large', { nodes: rows.length, limit: limits.nodes })
  const notes: ImportNote[] = []
  const nodes = readNodes(rows, notes)
  const board: BoardJson = {
    ...withoutForbidden(data),
    format: boardFormat,
    title: textOf(data.title).slice(0, limits.title),
    language: data.language === 'en' ? 'en' : 'nl',
    classification: classifications.find((known) => known === data.classification) ?? 'intern',
    planYear: typeof data.planYear === 'number' && Number.isInteger(data.planYear) ? data.planYear : null,
    organisations: named(entriesOf(data.organisations)),
    roles: named(entriesOf(data.roles)),
    nodes,
    links: readLinks(entriesOf(data.links), nodes, notes),
  }
  return ok({ board, notes })
}

type Row = Readonly<Record<string, unknown>>

const entriesOf = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter(isPlainObject).map(withoutForbidden) : []
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const withoutForbidden = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !isForbidden(key)))

/** Entries of a register that have an id, each once. */
function named(rows: readonly Row[]): JsonEntry[] {
  const byId = new Map<string, JsonEntry>()
  for (const row of rows)
    if (typeof row.id === 'string' && row.id !== '' && !byId.has(row.id))
      byId.set(row.id, { ...row, id: row.id, title: textOf(row.title) })
  return [...byId.values()]
}

function readNodes(rows: readonly Row[], notes: ImportNote[]): JsonEntry[] {
  const seen = new Set<string>()
  const nodes: Row[] = []
  for (const row of rows) {
    const given = typeof row.id === 'string' && row.id !== '' && !isForbidden(row.id) ? row.id : null
    if (given !== null && seen.has(given)) {
      notes.push({ code: 'nodeDoubled', detail: { id: given, title: textOf(row.title).slice(0, 80) } })
      continue
    }
    const id = given ?? newLocalId()
    if (given === null) notes.push({ code: 'nodeUnnamed', detail: { title: textOf(row.title).slice(0, 80) } })
    seen.add(id)
    nodes.push(readNode(id, row, notes))
  }
  return withOrder(withParents(nodes as JsonEntry[], notes))
}

function readNode(
  id: string,
  { kind, title, description, status, at, order, parent, ...rest }: Row,
  notes: ImportNote[],
): JsonEntry {
  const name = textOf(title).slice(0, limits.title)
  const wrong = (field: string) =>
    notes.push({ code: 'fieldWrong', detail: { field, title: name.slice(0, 80) } })
  if (!isNodeKind(kind))
    notes.push({ code: 'kindUnknown', detail: { kind: String(kind).slice(0, 40), title: name.slice(0, 80) } })
  if (title !== undefined && typeof title !== 'string') wrong('title')
  if (status !== undefined && status !== null && !isStatus(status)) wrong('status')
  const place = Array.isArray(at) && at.length === 2 && at.every(Number.isFinite) ? at : undefined
  return {
    ...keepFields(rest, wrong),
    id,
    kind: isNodeKind(kind) ? kind : 'note',
    title: name,
    description: textOf(description).slice(0, limits.description),
    ...(isStatus(status) && { status }),
    ...(place && { at: place }),
    ...(typeof order === 'string' && { order }),
    ...(typeof parent === 'string' && { parent }),
  }
}

/** Parents that exist and form no cycle; a cycle is cut at its smallest id, as readers of a document do [T4]. */
function withParents(nodes: readonly JsonEntry[], notes: ImportNote[]): JsonEntry[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map<string, string | null>()
  for (const { id, parent, title } of nodes) {
    const known = typeof parent === 'string' && byId.has(parent)
    if (typeof parent === 'string' && !known)
      notes.push({ code: 'parentMissing', detail: { title: textOf(title).slice(0, 80) } })
    parents.set(id, known ? parent : null)
  }
  const settled = new Set<string>()
  for (const { id } of nodes) {
    const path: string[] = []
    const onPath = new Set<string>()
    let here: string | null = id
    for (; here !== null && !settled.has(here) && !onPath.has(here); here = parents.get(here) ?? null) {
      path.push(here)
      onPath.add(here)
    }
    if (here !== null && onPath.has(here)) {
      const smallest = path
        .slice(path.indexOf(here))
        .reduce((least, other) => (other < least ? other : least))
      parents.set(smallest, null)
      notes.push({ code: 'cycleCut', detail: { title: textOf(byId.get(smallest)?.title).slice(0, 80) } })
    }
    for (const step of path) settled.add(step)
  }
  return nodes.map(({ parent: _, ...node }) => {
    const parent = parents.get(node.id)
    return typeof parent === 'string' ? { ...node, parent } : node
  })
}

/** Order keys for every row in which one is missing: the order of the file. */
function withOrder(nodes: readonly JsonEntry[]): JsonEntry[] {
  const rows = new Map<unknown, JsonEntry[]>()
  for (const node of nodes) {
    const row = rows.get(node.parent)
    if (row) row.push(node)
    else rows.set(node.parent, [node])
  }
  const keys = new Map<string, string>()
  for (const row of rows.values()) {
    if (row.every((node) => typeof node.order === 'string')) continue
    freshKeys(row.length).forEach((key, i) => {
      keys.set((row[i] as JsonEntry).id, key)
    })
  }
  return nodes.map((node) => (keys.has(node.id) ? { ...node, order: keys.get(node.id) } : node))
}

function readLinks(rows: readonly Row[], nodes: readonly JsonEntry[], notes: ImportNote[]): JsonEntry[] {
  const ids = new Set(nodes.map((node) => node.id))
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const { kind, from, to } = row
    if (
      !isLinkKind(kind) ||
      typeof from !== 'string' ||
      typeof to !== 'string' ||
      !ids.has(from) ||
      !ids.has(to) ||
      from === to
    ) {
      notes.push({
        code: 'linkDropped',
        detail: {
          from: textOf(from).slice(0, 40),
          to: textOf(to).slice(0, 40),
          kind: String(kind).slice(0, 40),
        },
      })
      return []
    }
    const id =
      typeof row.id === 'string' && row.id !== '' && !seen.has(row.id) && !isForbidden(row.id)
        ? row.id
        : newLocalId()
    seen.add(id)
    return [{ ...row, id }]
  })
}

/** Writes a checked board into an empty document, in one transaction. */
export function writeBoard(doc: Y.Doc, board: BoardJson): void {
  const { format: _, organisations, roles, nodes, links, ...meta } = board
  doc.transact(() => {
    writeEntry(yMeta(doc), meta)
    for (const [map, entries] of [
      [yOrganisations(doc), organisations],
      [yRoles(doc), roles],
    ] as const) {
      for (const { id, ...entry } of entries) {
        const y = new Y.Map<unknown>()
        map.set(id, y)
        writeEntry(y, entry)
      }
    }
    const empty = readTree(new Y.Doc())
    for (const { id, kind, title, description, parent, order, ...fields } of nodes) {
      addNode(
        doc,
        empty,
        {
          id,
          kind: kind as NodeKind,
          title: textOf(title),
          description: textOf(description),
          order: order as string,
          fields,
        },
        { parent: typeof parent === 'string' ? parent : null },
      )
    }
    for (const { id, kind, from, to, ...fields } of links)
      addLink(doc, { id, kind: kind as LinkKind, from: textOf(from), to: textOf(to), fields })
  })
}

/** The first update of a new board's document. */
export function seedDocument(board: BoardJson): Uint8Array {
  const doc = new Y.Doc()
  writeBoard(doc, board)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
