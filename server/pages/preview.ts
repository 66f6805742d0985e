import { hub } from '#server/hub.ts'
import { readBoard } from '#server/pages/boards.ts'
import { currentPerson } from '#server/pages/person.ts'
import { drawThumbnail } from '#server/pages/thumbnail.ts'

/** The small picture of a board as an HTTP answer, kept by the browser until the board changes; 404 for outsiders. */
export async function boardPreview(boardId: string, request: Request): Promise<Response> {
  const person = await currentPerson()
  const board = person && (await readBoard(person, boardId))
  if (!board) return new Response(null, { status: 404 })
  const tag = `"${board.epoch}.${board.headSeq}"`
  if (request.headers.get('if-none-match') === tag)
    return new Response(null, { status: 304, headers: { etag: tag } })
  const tree = await hub().preview(boardId, board.headSeq)
  return tree
    ? picture(drawThumbnail(tree), { etag: tag, 'cache-control': 'private, no-cache' })
    : new Response(null, { status: 404 })
}

/** An SVG of our own as an HTTP answer. */
export const picture = (svg: string, headers: Readonly<Record<string, string>>): Response =>
  new Response(svg, {
    headers: { ...headers, 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'" },
  })
