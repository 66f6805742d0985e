import { problem } from '#lib/result.ts'
import { readBytes } from '#server/api/body.ts'
import { sameOrigin } from '#server/auth/same-origin.ts'
import { boardFromFile } from '#server/pages/new-board.ts'
import { asPerson } from '#server/pages/person.ts'
import { runtime } from '#server/runtime.ts'

/** Makes a board of the board file in the body. A route and not an action, because a file may be large. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(runtime().env, request.headers))
    return Response.json(problem('origin.foreign'), { status: 403 })
  const made = await asPerson(async (person) => {
    const file = await readBytes(request)
    return file.ok ? boardFromFile(person, file.value) : file
  })
  return Response.json(made)
}
