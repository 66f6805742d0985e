import { largestFile } from '#lib/import/decode.ts'
import { ok, problem, type Result } from '#lib/result.ts'

/** The body of a request, read no further than the largest file that is taken. */
export async function readUpload(request: Request): Promise<Result<Uint8Array>> {
  const tooLarge = (bytes: number) =>
    problem('file.too-large', { megabytes: Math.ceil(bytes / 1024 / 1024), limit: largestFile / 1024 / 1024 })
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > largestFile) return tooLarge(announced)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > largestFile) return tooLarge(size)
    parts.push(part)
  }
  return ok(Buffer.concat(parts))
}
