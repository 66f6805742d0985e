import { ok, problem, type Result } from '#lib/result.ts'

/** Files beyond this many bytes are refused. */
export const largestFile = 50 * 1024 * 1024

/** The text of a file: UTF-8 or UTF-16 with its mark, else the Western European set of old Windows programs. */
export function decodeText(source: string | Uint8Array): Result<string> {
  const size = source.length
  if (size > largestFile)
    return problem('file.too-large', {
      megabytes: Math.ceil(size / 1024 / 1024),
      limit: largestFile / 1024 / 1024,
    })
  if (typeof source === 'string') return ok(source.replace(/^\ufeff/, ''))
  const [first, second] = source
  if (first === 0xff && second === 0xfe) return ok(new TextDecoder('utf-16le').decode(source))
  if (first === 0xfe && second === 0xff) return ok(new TextDecoder('utf-16be').decode(source))
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(source))
  } catch {
    return ok(new TextDecoder('windows-1252').decode(source))
  }
}
