import type { Tree } from '#lib/board/tree.ts'

/** A branch as a list for a word processor; `branch` (board JSON) rides along in an attribute, out of sight. */
export function listHtml(tree: Tree, ids: readonly string[], branch: string): string {
  return `<ul data-bollenboom="${encodeURIComponent(branch)}">${ids.map((id) => itemHtml(tree, id)).join('')}</ul>`
}

function itemHtml(tree: Tree, id: string): string {
  const children = tree.childrenOf(id)
  const below =
    children.length > 0 ? `<ul>${children.map((child) => itemHtml(tree, child)).join('')}</ul>` : ''
  return `<li>${escapeHtml(tree.nodes.get(id)?.title ?? '').replaceAll('\n', '<br>')}${below}</li>`
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The branch that rides along in copied HTML, or null when there is none that can be read. */
export function branchInHtml(html: string): string | null {
  const found = /data-bollenboom="([^"]*)"/.exec(html)?.[1]
  if (!found) return null
  try {
    return decodeURIComponent(found)
  } catch {
    return null
  }
}
