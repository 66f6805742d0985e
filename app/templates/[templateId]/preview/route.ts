import { templatePicture } from '#server/pages/new-board.ts'
import { picture } from '#server/pages/preview.ts'

type Context = { readonly params: Promise<{ readonly templateId: string }> }

/** The small picture of a template. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const svg = templatePicture((await params).templateId)
  return svg === null
    ? new Response(null, { status: 404 })
    : picture(svg, { 'cache-control': 'private, max-age=3600' })
}
