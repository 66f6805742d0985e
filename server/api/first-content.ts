import { z } from 'zod'
import { freshKeys } from '#lib/board/order.ts'
import { childKind, limits, type NodeKind, nodeKinds } from '#lib/board/schema.ts'
import { type BoardJson, boardFormat, type JsonEntry } from '#lib/export/json.ts'
import { newLocalId } from '#lib/ids.ts'
import { readOutline } from '#lib/import/index.ts'
import { checkBoardJson } from '#lib/import/json.ts'
import type { OutlineNode } from '#lib/import/outline.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { findTemplate } from '#lib/templates/index.ts'
import { instantiate } from '#lib/templates/template.ts'

const outlineRow: z.ZodType<OutlineNode> = z.object({
  title: z.string().max(limits.title),
  kind: z.enum(nodeKinds).optional(),
  get children() {
    return z.array(outlineRow).default([])
  },
})

/** How a new board begins; the first of `board`, `template` and `outline` that is given counts. */
export const newBoardBody = z.object({
  title: z.string().trim().max(limits.title).optional(),
  template: z.string().max(80).optional(),
  language: z.enum(['nl', 'en']).default('nl'),
  planYear: z.number().int().min(2000).max(2100).optional(),
  /** Nested titles, or the same as a text: indented, a list, or Markdown. */
  outline: z.union([z.string(), z.array(outlineRow).max(limits.nodes)]).optional(),
  /** Board JSON, as an export gives it. */
  board: z.unknown().optional(),
})

/** The whole first content of a new board. A board without any has one ambition, named like the board, to type on. */
export function firstContent(wanted: z.output<typeof newBoardBody>): Result<BoardJson> {
  const { title, template, language, outline, board } = wanted
  const planYear = wanted.planYear ?? new Date().getFullYear()
  if (board !== undefined) {
    const checked = checkBoardJson(board)
    return checked.ok ? ok({ ...checked.value.board, ...(title && { title }) }) : checked
  }
  if (template !== undefined) {
    const found = findTemplate(template)
    return found.ok ? ok(instantiate(found.value, { language, planYear, title })) : found
  }
  if (!title) return problem('args.invalid', { field: 'title' })
  const rows = typeof outline === 'string' ? readOutline(outline) : ok(outline ?? [{ title, children: [] }])
  if (!rows.ok) return rows
  const nodes = flatten(rows.value)
  if (nodes.length > limits.nodes)
    return problem('board.too-large', { nodes: nodes.length, limit: limits.nodes })
  return checked({ format: boardFormat, title, language, planYear, nodes, links: [] })
}

function checked(data: unknown): Result<BoardJson> {
  const board = checkBoardJson(data)
  return board.ok ? ok(board.value.board) : board
}

type Row = { readonly rows: readonly OutlineNode[]; readonly parent: string | null; readonly kind: NodeKind }

/** The rows of an outline as nodes, parents first; without recursion, since it may be deep. */
function flatten(outline: readonly OutlineNode[]): JsonEntry[] {
  const nodes: JsonEntry[] = []
  const waiting: Row[] = [{ rows: outline, parent: null, kind: childKind(null) }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { rows, parent } = next
    const keys = freshKeys(rows.length)
    for (const [i, { title, children, ...row }] of rows.entries()) {
      const id = newLocalId()
      const kind = row.kind ?? next.kind
      nodes.push({ id, title, kind, order: keys[i], ...(parent !== null && { parent }) })
      if (children.length > 0) waiting.push({ rows: children, parent: id, kind: childKind(kind) })
    }
  }
  return nodes
}
