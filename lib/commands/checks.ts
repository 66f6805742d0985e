import { z } from 'zod'
import { isInBranch, levelOf, topmost } from '#lib/board/derive.ts'
import { isForbidden } from '#lib/board/read.ts'
import { limits } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { done, ok, problem, type Result } from '#lib/result.ts'
import type { Ui } from './command.ts'

/** What several commands ask before they change anything. */

/** An id of a node, link or role: never a name that reaches an object's prototype. */
export const idArg = z
  .string()
  .min(1)
  .max(64)
  .refine((id) => !isForbidden(id))
export const idsArg = z.array(idArg).min(1).max(limits.nodes).readonly()

/** The nodes of `ids` that are still there, without those below another one, in reading order. */
export function branchesOf(tree: Tree, ids: readonly string[]): Result<string[]> {
  const found = topmost(tree, ids)
  return found.length > 0 ? ok(found) : problem('node.missing')
}

/** The nodes of `ids` that are still there. */
export function presentOf(tree: Tree, ids: readonly string[]): Result<string[]> {
  const found = [...new Set(ids)].filter((id) => tree.nodes.has(id))
  return found.length > 0 ? ok(found) : problem('node.missing')
}

/** Whether the board takes `count` more nodes. */
export const roomFor = (tree: Tree, count: number): Result =>
  tree.nodes.size + count > limits.nodes ? problem('board.too-large', { limit: limits.nodes }) : done

/** Whether branches of `height` levels fit below a parent; null stands for the top level. */
export const depthFor = (tree: Tree, parent: string | null, height: number): Result =>
  (parent === null ? 0 : levelOf(tree, parent)) + height > limits.depth
    ? problem('node.too-deep', { limit: limits.depth })
    : done

/** The number of levels of a branch, 1 for a node without children. */
export function heightOf(tree: Tree, id: string): number {
  const base = levelOf(tree, id)
  let height = 0
  const stack = [{ id, level: base }]
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { level } = at
    height = Math.max(height, level - base + 1)
    for (const child of tree.childrenOf(at.id)) stack.push({ id: child, level: level + 1 })
  }
  return height
}

/** Whether a place exists and lies outside the branches that go there. */
export function placeFor(tree: Tree, parent: string | null, moving: readonly string[]): Result {
  if (parent === null) return done
  if (!tree.nodes.has(parent)) return problem('node.missing')
  return moving.some((id) => isInBranch(tree, parent, id)) ? problem('move.into-itself') : done
}

/** The first refusal, or success. */
export const all = (...results: readonly Result[]): Result => results.find((result) => !result.ok) ?? done

/** The node that has the keyboard focus: the one selected last, while editing is allowed. */
export function focusOf(ui: Ui): string | null {
  const last = ui.selected.at(-1)
  return ui.mayEdit && last !== undefined && ui.tree.nodes.has(last) ? last : null
}

/** The selected nodes as arguments, null when none is selected or nothing may be edited. */
export function selectionOf(ui: Ui): { readonly ids: readonly string[] } | null {
  const ids = ui.selected.filter((id) => ui.tree.nodes.has(id))
  return ui.mayEdit && ids.length > 0 ? { ids } : null
}
