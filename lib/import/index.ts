import { limits } from '#lib/board/schema.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { decodeText } from './decode.ts'
import { isMarkdown, readMarkdown } from './markdown.ts'
import { type Outline, type OutlineLine, toOutline } from './outline.ts'
import { readText } from './text.ts'

/** Formats that become an outline; board JSON is a board of its own, see json.ts. */
export const outlineFormats = {
  text: { extensions: ['txt', 'tsv', 'csv'], read: readText },
  markdown: { extensions: ['md', 'markdown'], read: readMarkdown },
} as const satisfies Record<
  string,
  { readonly extensions: readonly string[]; readonly read: (text: string) => OutlineLine[] }
>

export type OutlineFormat = keyof typeof outlineFormats

/**
 * The outline in a pasted text or a file. Without `format` the text tells. Refuses a file beyond 50 MB, an empty text, and more
 * titles than can be pasted at once (with their number, so that a page can offer them in parts).
 */
export function readOutline(source: string | Uint8Array, format?: OutlineFormat): Result<Outline> {
  const text = decodeText(source)
  if (!text.ok) return text
  const lines = outlineFormats[format ?? (isMarkdown(text.value) ? 'markdown' : 'text')].read(text.value)
  if (lines.length === 0) return problem('paste.empty')
  if (lines.length > limits.pasteLines)
    return problem('paste.too-many-lines', { lines: lines.length, limit: limits.pasteLines })
  return ok(toOutline(lines))
}
