import type { Figure } from '#lib/export/figure.ts'
import { inOwnFont } from '#lib/export/svg.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { runWorker } from '#server/worker.ts'
import { withDpi } from './dpi.ts'
import { fontFiles } from './fonts.ts'
import type { PngJob } from './png-worker.ts'

/** Beyond this many pixels a picture no longer opens everywhere. */
export const mostPixels = 120_000_000

let fonts: Promise<string[]> | null = null

/** The widest picture of a figure that is not refused. */
const widest = ({ width, height }: Pick<Figure, 'width' | 'height'>): number =>
  Math.floor(Math.sqrt((mostPixels * width) / height))

/** The width of a figure in pixels: as asked, or two for each board pixel and fewer when that would be too large. */
export const pngWidth = (figure: Pick<Figure, 'width' | 'height'>, width?: number): number =>
  Math.round(width ?? Math.min(figure.width * 2, widest(figure)))

/**
 * A figure as PNG, `width` pixels wide (by default two for each board pixel, fewer when that would be too large) with the
 * resolution that gives its size in millimetres. Drawn in a worker thread; a width that asks for more than 120 million pixels
 * is refused with the widest that would do.
 */
export async function toPng(
  figure: Figure,
  { width, background = null }: { readonly width?: number; readonly background?: string | null } = {},
): Promise<Result<Uint8Array>> {
  const most = widest(figure)
  const pixels = pngWidth(figure, width)
  if (!(pixels >= 1 && pixels <= most))
    return problem('figure.too-large', { width: Number.isFinite(pixels) ? pixels : 0, widest: most })
  fonts ??= fontFiles().catch((cause) => {
    fonts = null
    throw new Error('the fonts of figures cannot be unpacked', { cause })
  })
  const job: PngJob = { svg: inOwnFont(figure.svg), width: pixels, fonts: await fonts, background }
  const png = await runWorker<PngJob, Uint8Array>('server/figure/png-worker.ts', job)
  return ok(withDpi(png, pixels / (figure.widthMm / 25.4)))
}
