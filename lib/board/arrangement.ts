import { compareSiblings } from './order.ts'
import type { BoardNode } from './tree.ts'

/** Who stands where: the repaired parents and the rows of children, kept up to date from the nodes that moved. */
export type Arrangement = {
  /** The repaired parent; null at the top level and for an unknown id. */
  readonly parentOf: (id: string) => string | null
  /** Children in sibling order [T5]; null asks for the top level. */
  readonly rowOf: (id: string | null) => readonly string[]
  /**
   * Takes in that nodes came, went, or have another parent or order; `moved` holds what each was (undefined: it was not there).
   * Answers the parents whose rows are other ones now.
   */
  readonly update: (moved: ReadonlyMap<string, BoardNode | undefined>) => Set<string | null>
}

/**
 * Arranges `nodes`, a map that its owner keeps up to date. A missing parent reads as the top level [T3]; in a cycle the node
 * with the smallest id goes to the top level and the others hang below it [T4]. An update costs the nodes that moved, the way
 * up from each, and their rows; the first one is linear in the number of nodes.
 */
export function createArrangement(nodes: ReadonlyMap<string, BoardNode>): Arrangement {
  const parents = new Map<string, string | null>()
  const rows = new Map<string | null, readonly string[]>()
  /** Parents as written, missing ones too, to the nodes that name them: who comes home when a parent returns. */
  const naming = createSets<string>()
  /** Nodes at the top level because a cycle was cut there. */
  const cuts = new Set<string>()

  /** Who may have another repaired parent now: what moved, children of what came or went, and where cycles were cut. */
  function suspectsOf(moved: ReadonlyMap<string, BoardNode | undefined>): Set<string> {
    const suspects = new Set(cuts)
    for (const [id, before] of moved) {
      const after = nodes.get(id)
      suspects.add(id)
      if (before?.parent !== after?.parent) {
        if (before && before.parent !== null) naming.remove(before.parent, id)
        if (after && after.parent !== null) naming.add(after.parent, id)
      }
    }
    for (const [id, before] of moved)
      if (!before !== !nodes.has(id)) for (const child of naming.of(id)) suspects.add(child)
    return suspects
  }

  /** Gives every suspect its written parent where it exists, cuts cycles anew, and answers where they all stood before. */
  function settle(suspects: ReadonlySet<string>): Map<string, string | null | undefined> {
    const stood = new Map<string, string | null | undefined>()
    for (const id of suspects) {
      stood.set(id, parents.get(id))
      const parent = nodes.get(id)?.parent
      if (parent === undefined) parents.delete(id)
      else parents.set(id, parent !== null && nodes.has(parent) ? parent : null)
    }
    cuts.clear()
    const visited = new Map<string, string>()
    // Every cycle holds a suspect: an edge of it is new, or it was cut before.
    for (const start of suspects) {
      const cut = cycleAbove(parents, start, visited)
      if (cut === null) continue
      if (!stood.has(cut)) stood.set(cut, parents.get(cut))
      parents.set(cut, null)
      cuts.add(cut)
    }
    return stood
  }

  function update(moved: ReadonlyMap<string, BoardNode | undefined>): Set<string | null> {
    const leaving = createSets<string | null>()
    const coming = new Map<string | null, BoardNode[]>()
    const dirty = new Set<string | null>()
    for (const [id, from] of settle(suspectsOf(moved))) {
      const to = parents.get(id)
      if (from === to && !moved.has(id)) continue
      if (from !== undefined) leaving.add(from, id)
      if (from !== undefined) dirty.add(from)
      const node = nodes.get(id)
      if (to === undefined || !node) rows.delete(id)
      else {
        dirty.add(to)
        const row = coming.get(to)
        if (row) row.push(node)
        else coming.set(to, [node])
      }
    }
    for (const parent of dirty) {
      if (parent !== null && !nodes.has(parent)) continue
      rows.set(
        parent,
        changedRow(nodes, rows.get(parent) ?? [], leaving.of(parent), coming.get(parent) ?? []),
      )
    }
    return dirty
  }

  return {
    parentOf: (id) => parents.get(id) ?? null,
    rowOf: (id) => rows.get(id) ?? noRow,
    update,
  }
}

const noRow: readonly string[] = Object.freeze([])
const none: ReadonlySet<string> = new Set()

/** Sets of ids by key; empty ones are not kept. */
function createSets<K>() {
  const sets = new Map<K, Set<string>>()
  return {
    of: (key: K): ReadonlySet<string> => sets.get(key) ?? none,
    add(key: K, id: string): void {
      const set = sets.get(key)
      if (set) set.add(id)
      else sets.set(key, new Set([id]))
    },
    remove(key: K, id: string): void {
      const set = sets.get(key)
      set?.delete(id)
      if (set?.size === 0) sets.delete(key)
    },
  }
}

/**
 * The smallest id of the cycle that the way up from `start` ends in; null when it ends at the top or where someone went before.
 * `visited` keeps by which start each id was met.
 */
function cycleAbove(
  parents: ReadonlyMap<string, string | null>,
  start: string,
  visited: Map<string, string>,
): string | null {
  let at: string | null = parents.has(start) ? start : null
  while (at !== null && !visited.has(at)) {
    visited.set(at, start)
    at = parents.get(at) ?? null
  }
  if (at === null || visited.get(at) !== start) return null
  let least = at
  for (let id = parents.get(at) ?? at; id !== at; id = parents.get(id) ?? at) if (id < least) least = id
  return least
}

/** A row without those who leave and with those who come, each at its place among its siblings. */
function changedRow(
  nodes: ReadonlyMap<string, BoardNode>,
  row: readonly string[],
  leaving: ReadonlySet<string>,
  coming: BoardNode[],
): readonly string[] {
  const kept = leaving.size === 0 ? row : row.filter((id) => !leaving.has(id))
  coming.sort(compareSiblings)
  const next: string[] = []
  let from = 0
  for (const newcomer of coming) {
    let end = kept.length
    for (let low = from; low < end; ) {
      const middle = (low + end) >> 1
      if (compareSiblings(nodes.get(kept[middle] as string) as BoardNode, newcomer) < 0) low = middle + 1
      else end = middle
    }
    for (; from < end; from++) next.push(kept[from] as string)
    next.push(newcomer.id)
  }
  for (; from < kept.length; from++) next.push(kept[from] as string)
  return next
}
