import { ownerOf } from '#lib/board/derive.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import type { FigureLabels } from './labels.ts'
import { levelsOf, oneLine } from './text.ts'

/** Titles as a nested Markdown list under the board's title, with kind, owner and status in words. */
export function toMarkdown(tree: Tree, branch: string | null, labels: FigureLabels): string {
  const title = branch === null ? tree.meta.title : (tree.nodes.get(branch)?.title ?? '')
  const rows = levelsOf(tree, branch).filter(({ id }) => id !== branch)
  const base = branch === null ? 0 : 1
  const list = rows.map(({ id, level }) => {
    const node = tree.nodes.get(id)
    return node ? item(tree, node, '  '.repeat(level - base), labels) : ''
  })
  return `# ${escapeMarkdown(oneLine(title)) || labels.figure.untitled}\n\n${list.join('')}`
}

function item(tree: Tree, node: BoardNode, indent: string, labels: FigureLabels): string {
  const owner = ownerOf(tree, node)?.title
  const facts = [labels.kinds.node[node.kind], owner, node.status && labels.kinds.status[node.status]]
    .filter(Boolean)
    .map((fact) => escapeMarkdown(String(fact)))
  const about = node.description.trim()
  const text =
    about === '' ? '' : `\n${indent}  ${about.split(/\r?\n/).map(escapeMarkdown).join(`\n${indent}  `)}\n`
  return `${indent}- ${escapeMarkdown(oneLine(node.title)) || labels.figure.face.untitled} (${facts.join(', ')})\n${text && `${text}\n`}`
}

/** Marks that would read as formatting get a backslash. */
const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2')
