import { isNodeKind, isStatus, type Status } from '#lib/board/schema.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import type { Filter } from './session.ts'

/** No restriction at all; the same object everywhere, so that identity tells. */
export const emptyFilter: Filter = Object.freeze({ kinds: [], statuses: [], owners: [] })

/** Whether a filter restricts anything. */
export const isFiltering = (filter: Filter): boolean =>
  filter.kinds.length + filter.statuses.length + filter.owners.length > 0

/** Whether a node passes: one of the chosen values of every dimension that has any. */
export function matchesFilter(tree: Tree, node: BoardNode, filter: Filter): boolean {
  if (filter.kinds.length > 0 && !filter.kinds.includes(node.kind)) return false
  if (filter.statuses.length > 0 && !filter.statuses.includes(node.status ?? '')) return false
  return filter.owners.length === 0 || filter.owners.includes(ownerKey(tree, node))
}

/** The role that owns a node, or '' when it has none; an owner that left the register counts as none. */
function ownerKey(tree: Tree, node: BoardNode): string {
  const id = node.fields.ownerRole
  return typeof id === 'string' && tree.roles.has(id) ? id : ''
}

/** A copy of the filter with one value of one dimension switched on or off. */
export function toggleFilter<D extends keyof Filter>(
  filter: Filter,
  dimension: D,
  value: Filter[D][number],
): Filter {
  const values = filter[dimension] as readonly string[]
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return { ...filter, [dimension]: next }
}

/** How "no status" and "no owner" stand in an address; no id or status looks like it. */
const none = '~'

/** Reads a filter from an address's query; what it does not know it leaves out. */
export function filterFromQuery(query: URLSearchParams): Filter {
  const filter: Filter = {
    kinds: valuesOf(query, 'kind').filter(isNodeKind),
    statuses: valuesOf(query, 'status').filter(
      (value): value is Status | '' => value === '' || isStatus(value),
    ),
    owners: valuesOf(query, 'owner'),
  }
  return isFiltering(filter) ? filter : emptyFilter
}

/** A copy of `query` that holds this filter and keeps every other parameter. */
export function filterToQuery(filter: Filter, query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query)
  const rows: [string, readonly string[]][] = [
    ['kind', filter.kinds],
    ['status', filter.statuses],
    ['owner', filter.owners],
  ]
  for (const [name, values] of rows) {
    next.delete(name)
    for (const value of values) next.append(name, value === '' ? none : value)
  }
  return next
}

const valuesOf = (query: URLSearchParams, name: string) => [
  ...new Set(query.getAll(name).map((value) => (value === none ? '' : value))),
]
