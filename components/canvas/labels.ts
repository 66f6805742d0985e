import type { NodeKind } from '#lib/board/schema.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import type { Box } from '#lib/layout/layout.ts'
import { boxesMeet } from './viewport.ts'

/** The names that float over a board seen from very far, as places do on a map. */

/** Which kinds get a name, the first ones first. */
const named: readonly NodeKind[] = ['ambition', 'axis', 'phase', 'goal']

const kept = new WeakMap<Tree, readonly BoardNode[]>()

/** The nodes that may be named, the highest kinds first; looked for once per tree. */
export function namedNodes(tree: Tree): readonly BoardNode[] {
  let nodes = kept.get(tree)
  if (!nodes) {
    nodes = [...tree.nodes.values()]
      .filter(({ kind, title }) => named.includes(kind) && title.trim() !== '')
      .sort((a, b) => named.indexOf(a.kind) - named.indexOf(b.kind))
    kept.set(tree, nodes)
  }
  return nodes
}

/** Those of the boxes, in order, that lie on none taken before. */
export function apart<T extends { readonly box: Box }>(wanted: Iterable<T>): T[] {
  const taken: T[] = []
  for (const each of wanted) if (!taken.some(({ box }) => boxesMeet(box, each.box))) taken.push(each)
  return taken
}
