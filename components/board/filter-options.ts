import { nodeKinds, statuses } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { emptyFilter, matchesFilter, toggleFilter } from './filter.ts'
import type { Filter } from './session.ts'

/** A value one can filter by, with the number of nodes that carry it. */
export type FilterOption<T extends string = string> = { readonly value: T; readonly count: number }
export type FilterOptions = { readonly [D in keyof Filter]: readonly FilterOption<Filter[D][number]>[] }

/** What this board offers to filter by: only values that occur or are chosen, in the order of the schema, roles by title. */
export function filterOptions(tree: Tree, filter: Filter): FilterOptions {
  const roles = [...tree.roles.values()].sort((a, b) => a.title.localeCompare(b.title)).map((role) => role.id)
  return {
    kinds: offered(tree, filter, 'kinds', nodeKinds),
    statuses: offered(tree, filter, 'statuses', [...statuses, ''] as const),
    owners: offered(tree, filter, 'owners', [...roles, '']),
  }
}

function offered<D extends keyof Filter>(
  tree: Tree,
  filter: Filter,
  dimension: D,
  values: readonly Filter[D][number][],
): FilterOption<Filter[D][number]>[] {
  const chosen = filter[dimension] as readonly string[]
  return values
    .map((value) => ({ value, count: countMatching(tree, toggleFilter(emptyFilter, dimension, value)) }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value))
}

/** How many nodes pass a filter. */
export function countMatching(tree: Tree, filter: Filter): number {
  let count = 0
  for (const node of tree.nodes.values()) if (matchesFilter(tree, node, filter)) count++
  return count
}
