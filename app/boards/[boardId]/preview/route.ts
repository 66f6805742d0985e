import { boardPreview } from '#server/pages/preview.ts'

type Context = { readonly params: Promise<{ readonly boardId: string }> }

/** The small picture of a board. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return boardPreview((await params).boardId, request)
}
