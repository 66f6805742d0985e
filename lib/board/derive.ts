import type { BoardNode, Tree } from './tree.ts'

/** The ids from a top-level node down to `id`, both included. */
export function pathOf(tree: Tree, id: string): string[] {
  const path: string[] = []
  for (let at: string | null = tree.nodes.has(id) ? id : null; at !== null; at = tree.parentOf(at))
    path.unshift(at)
  return path
}

/** 1 for a top-level node, 2 for its children; 0 for an unknown id. */
export function levelOf(tree: Tree, id: string): number {
  let level = 0
  for (let at: string | null = tree.nodes.has(id) ? id : null; at !== null; at = tree.parentOf(at)) level++
  return level
}

/** The node and everything below it, parents before children, siblings in order. */
export function branchOf(tree: Tree, id: string): string[] {
  const found: string[] = []
  const stack = tree.nodes.has(id) ? [id] : []
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    found.push(at)
    const children = tree.childrenOf(at)
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as string)
  }
  return found
}

/** All nodes in reading order: parents before children, siblings in order. */
export function outlineOf(tree: Tree): string[] {
  return tree.childrenOf(null).flatMap((id) => branchOf(tree, id))
}

/** Whether `id` lies in the branch of `ancestor`; a node lies in its own branch. */
export function isInBranch(tree: Tree, id: string, ancestor: string): boolean {
  for (let at: string | null = id; at !== null; at = tree.parentOf(at)) if (at === ancestor) return true
  return false
}

/** The ids without those that lie below another one of them, in reading order. */
export function topmost(tree: Tree, ids: Iterable<string>): string[] {
  const chosen = new Set(ids)
  const covered = (id: string) => {
    for (let at = tree.parentOf(id); at !== null; at = tree.parentOf(at)) if (chosen.has(at)) return true
    return false
  }
  const left = new Set([...chosen].filter((id) => tree.nodes.has(id) && !covered(id)))
  return left.size < 2 ? [...left] : outlineOf(tree).filter((id) => left.has(id))
}

/** Axes and phases in reading order; the place in this row picks an axis's colour. */
export function axesOf(tree: Tree): BoardNode[] {
  const axes: BoardNode[] = []
  const visit = (ids: readonly string[]) => {
    for (const id of ids) {
      const node = tree.nodes.get(id)
      if (!node) continue
      if (node.kind === 'axis' || node.kind === 'phase') axes.push(node)
      else if (node.kind === 'ambition') visit(tree.childrenOf(id))
    }
  }
  visit(tree.childrenOf(null))
  return axes
}

/** A loose bubble (*losse bol*): at the top level, neither ambition, axis nor phase, and carrying nothing. Shown in a tray. */
export function isLoose(tree: Tree, id: string): boolean {
  const node = tree.nodes.get(id)
  if (!node || tree.parentOf(id) !== null || tree.childrenOf(id).length > 0) return false
  return node.kind !== 'ambition' && node.kind !== 'axis' && node.kind !== 'phase'
}

const needsOwner: ReadonlySet<string> = new Set(['ambition', 'axis', 'goal', 'subgoal', 'effort', 'project'])

/** Whether a node that should have an owner has none. An owner is a role of the register. */
export function lacksOwner(tree: Tree, node: BoardNode): boolean {
  return needsOwner.has(node.kind) && ownerOf(tree, node) === null
}

/** The role that owns a node, or null. */
export function ownerOf(tree: Tree, node: BoardNode) {
  const id = node.fields.ownerRole
  return typeof id === 'string' ? (tree.roles.get(id) ?? null) : null
}
