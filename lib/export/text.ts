import { branchOf, levelOf, outlineOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'

/** A title on one line. */
export const oneLine = (title: string): string => title.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ').trim()

/** The ids of a branch, or of the whole board, each with its level below the first. */
export function levelsOf(
  tree: Tree,
  branch: string | null,
): readonly { readonly id: string; readonly level: number }[] {
  const base = branch === null ? 1 : levelOf(tree, branch)
  return (branch === null ? outlineOf(tree) : branchOf(tree, branch)).map((id) => ({
    id,
    level: levelOf(tree, id) - base,
  }))
}

/** Titles indented with tabs, one a line: what Word, Excel and other mind mappers read. */
export function toIndentedText(tree: Tree, branch: string | null): string {
  return levelsOf(tree, branch)
    .map(({ id, level }) => `${'\t'.repeat(level)}${oneLine(tree.nodes.get(id)?.title ?? '')}\n`)
    .join('')
}
