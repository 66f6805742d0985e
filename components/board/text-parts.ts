/**
 * Cuts a long text into parts of at most `limit` lines, each beginning at the outermost level where it can, so that a part is a
 * list in itself. Empty lines count for nothing and are left out.
 */
export function textParts(text: string, limit: number): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const outermost = lines.reduce((least, line) => Math.min(least, indentOf(line)), Number.POSITIVE_INFINITY)
  const parts: string[] = []
  for (let start = 0; start < lines.length; ) {
    let end = Math.min(start + limit, lines.length)
    if (end < lines.length) {
      const cut = lines.findLastIndex((line, i) => i > start && i <= end && indentOf(line) === outermost)
      if (cut > start) end = cut
    }
    parts.push(lines.slice(start, end).join('\n'))
    start = end
  }
  return parts
}

/** How many lines of a text hold something. */
export const lineCount = (text: string): number =>
  text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length

const indentOf = (line: string) => line.length - line.trimStart().length
