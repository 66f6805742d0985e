import { largestFile } from '#lib/import/decode.ts'
import { ok, problem, type Result } from '#lib/result.ts'

/** JSON that is not a file never needs more. */
const largestJson = 2 * 1024 * 1024

/** The bytes of a request; `file.too-large` as soon as there are too many, whatever its headers say. */
export async function readBytes(request: Request, limit = largestFile): Promise<Result<Uint8Array>> {
  const tooLarge = (bytes: number) =>
    problem('file.too-large', {
      megabytes: Math.ceil(bytes / 1024 / 1024),
      limit: Math.floor(limit / 1024 / 1024),
    })
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limit) return tooLarge(announced)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return tooLarge(size)
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}

/** The JSON of a request; an empty body is an empty object. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  const bytes = await readBytes(request, largestJson)
  if (!bytes.ok) return bytes
  const text = new TextDecoder().decode(bytes.value)
  try {
    return ok(text.trim() === '' ? {} : (JSON.parse(text) as unknown))
  } catch {
    return problem('args.invalid', { field: 'body' })
  }
}
