import { topmost } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import { type Branch, isBranch, readBranch } from '#lib/commands/branch.ts'
import { toIndentedText } from '#lib/export/text.ts'
import { branchType, type ClipboardContent } from './clipboard-write.ts'

/** Branches as they go on the clipboard: tabs for a mail, a list for a word processor, the branch itself for another board. */
export function contentOf(tree: Tree, ids: readonly string[]): ClipboardContent {
  const tops = topmost(tree, ids)
  const branch = JSON.stringify(readBranch(tree, tops))
  return {
    text: tops.map((id) => toIndentedText(tree, id)).join(''),
    html: listHtml(tree, tops, branch),
    branch,
  }
}

/** The branch in what is being pasted, or null when it comes from elsewhere. */
export function branchFrom(data: Pick<DataTransfer, 'getData'>): Branch | null {
  const json = data.getData(branchType) || branchInHtml(data.getData('text/html'))
  if (!json) return null
  try {
    const value: unknown = JSON.parse(json)
    return isBranch(value) ? value : null
  } catch {
    return null
  }
}

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
