import type { OutlineLine } from './outline.ts'

/** Whether a text is Markdown with headings; without them a list reads the same as plain text. */
export const isMarkdown = (text: string): boolean => /^#{1,6}\s+\S/m.test(text)

const heading = /^(#{1,6})\s+(.+?)\s*#*$/
const item = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(.+)$/

/** Reads Markdown as titles with levels: headings by their depth, list items below the heading they follow, paragraphs as descriptions. */
export function readMarkdown(text: string): OutlineLine[] {
  const lines: { level: number; title: string; description?: string }[] = []
  let depth = 0
  let fenced = false
  for (const line of withoutFrontMatter(text).split(/\r\n|[\n\r]/)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced
    else if (fenced || line.trim() === '') continue
    else {
      const head = heading.exec(line)
      const entry = head ? null : item.exec(line)
      if (head) {
        depth = head[1]?.length ?? 1
        lines.push({ level: depth * 1_000, title: plain(head[2] ?? '') })
      } else if (entry)
        lines.push({ level: depth * 1_000 + 1 + indentOf(entry[1] ?? ''), title: plain(entry[2] ?? '') })
      else describe(lines.at(-1), plain(line.trim()), lines)
    }
  }
  return lines.filter((line) => line.title !== '')
}

const withoutFrontMatter = (text: string): string => text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
const indentOf = (blanks: string): number => Math.min(900, blanks.replaceAll('\t', '    ').length)

/** A paragraph belongs to the title before it; before any title it is one itself. */
function describe(
  last: { description?: string } | undefined,
  text: string,
  lines: { level: number; title: string }[],
): void {
  if (last) last.description = last.description ? `${last.description}\n${text}` : text
  else lines.push({ level: 0, title: text })
}

/** Text without the marks of emphasis, code, links and pictures. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\w\\])[*_](?=\S)([^*_]*?\S)[*_](?!\w)/g, '$1')
    .replace(/\\([\\`*_[\]<>#|~+.)-])/g, '$1')
    .trim()
