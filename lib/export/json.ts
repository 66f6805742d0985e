import { outlineOf } from '#lib/board/derive.ts'
import type { Classification } from '#lib/board/schema.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'

/** The board JSON format: everything on a board, readable and complete. */

export const boardFormat = 'bollenboom/1'

/** An object with an id and whatever else it carries. */
export type JsonEntry = { readonly id: string; readonly [field: string]: unknown }

export type BoardJson = {
  readonly format: typeof boardFormat
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly classification: Classification
  readonly planYear: number | null
  readonly organisations: readonly JsonEntry[]
  readonly roles: readonly JsonEntry[]
  readonly nodes: readonly JsonEntry[]
  readonly links: readonly JsonEntry[]
  /** `season` and everything else the board carries. */
  readonly [field: string]: unknown
}

/** The whole board, or one branch of it with the links inside, as board JSON; fields this build does not know are kept [T7]. */
export function toBoardJson(tree: Tree, ids: readonly string[] = outlineOf(tree)): BoardJson {
  const { fields, ...meta } = tree.meta
  const inside = new Set(ids)
  return {
    ...fields,
    format: boardFormat,
    ...meta,
    organisations: [...tree.organisations.values()].map(({ fields: own, ...rest }) => ({ ...own, ...rest })),
    roles: [...tree.roles.values()].map(({ fields: own, org, ...rest }) => ({
      ...own,
      ...rest,
      ...(org !== null && { org }),
    })),
    nodes: ids.flatMap((id) => {
      const node = tree.nodes.get(id)
      return node ? [toJsonNode(node, inside.has(tree.parentOf(id) ?? '') ? tree.parentOf(id) : null)] : []
    }),
    links: [...tree.links.values()]
      .filter((link) => inside.has(link.from) && inside.has(link.to))
      .map(({ fields: own, ...rest }) => ({ ...own, ...rest })),
  }
}

function toJsonNode(
  { id, kind, title, description, order, status, at, fields }: BoardNode,
  parent: string | null,
): JsonEntry {
  return {
    ...fields,
    id,
    kind,
    title,
    order,
    ...(parent !== null && { parent }),
    ...(description !== '' && { description }),
    ...(status !== null && { status }),
    ...(at !== null && { at }),
  }
}
