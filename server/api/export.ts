import { z } from 'zod'
import { limits } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { type FigureOptions, toFigure } from '#lib/export/figure.ts'
import { type ExportFormatName, exportFormats, fileName, isExportFormat } from '#lib/export/index.ts'
import { messages } from '#lib/i18n/messages.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { pngWidth, toPng } from '#server/figure/png.ts'
import { file } from './respond.ts'
import { type Call, type OwnBoard, route } from './route.ts'

const id = z.string().max(64)
const numberIn = (min: number, max: number) => z.coerce.number().int().min(min).max(max).optional()

/** What a file shows; all of it may be left out. */
const wish = z.object({
  /** One branch; without it the whole board. */
  node: id.nullish(),
  orientation: z.enum(['right', 'down']).default('right'),
  /** Folded branches. */
  collapsed: z.array(id).max(limits.nodes).default([]),
  language: z.enum(['nl', 'en']).optional(),
  theme: z.enum(['print', 'light', 'dark']).default('print'),
  legend: z.boolean().default(true),
  /** Of a PNG: pixels across, two for each board pixel by default, and the resolution written into it. */
  width: numberIn(1, 30_000),
  dpi: numberIn(36, 1_200),
})
type Wish = z.output<typeof wish>

/** The same in an address: `lang` for short, ids joined by commas. */
const wishInAddress = z.object({
  node: id.optional(),
  orientation: z.enum(['right', 'down']).default('right'),
  collapsed: z
    .string()
    .transform((ids) => ids.split(',').filter(Boolean))
    .optional(),
  lang: z.enum(['nl', 'en']).optional(),
  theme: z.enum(['print', 'light', 'dark']).default('print'),
  legend: z.enum(['0', '1']).default('1'),
  width: numberIn(1, 30_000),
  dpi: numberIn(36, 1_200),
})

export const byAddress = route({
  method: 'GET',
  path: '/boards/:id/export/:format',
  summary: 'The board or a branch as a file: svg, png, json, markdown (md) or text (txt)',
  needs: 'read',
  query: wishInAddress,
  status: 200,
  run: (call, { board, query }) => {
    const { lang, legend, collapsed, ...same } = query
    return write(call, board, { ...same, language: lang, legend: legend === '1', collapsed: collapsed ?? [] })
  },
})

export const byBody = route({
  method: 'POST',
  path: '/boards/:id/export/:format',
  summary: 'The same with what is shown in the body, for boards with many folded branches',
  needs: 'read',
  body: wish,
  status: 200,
  run: (call, { board, body }) => write(call, board, body),
})

async function write({ hub, params }: Call, board: OwnBoard, wanted: Wish): Promise<Result<Response>> {
  const format = formatOf(params.format ?? '')
  if (!format) return problem('args.invalid', { field: 'format' })
  const view = await hub.read(board.id)
  if (!view.ok) return view
  const { tree } = view.value
  if (wanted.node && !tree.nodes.has(wanted.node)) return problem('node.missing')
  const options = toOptions(wanted, wanted.language ?? tree.meta.language)
  const { mediaType, write: writeText } = exportFormats[format]
  const content = writeText ? ok(writeText(tree, options)) : await writePng(tree, options, wanted)
  if (!content.ok) return content
  const title = wanted.node ? tree.nodes.get(wanted.node)?.title : tree.meta.title
  const type = writeText ? `${mediaType}; charset=utf-8` : mediaType
  return ok(file(content.value, type, fileName(title ?? '', format)))
}

function formatOf(name: string): ExportFormatName | null {
  if (isExportFormat(name)) return name
  const names = Object.keys(exportFormats) as ExportFormatName[]
  return names.find((known) => exportFormats[known].extension === name) ?? null
}

function toOptions(wanted: Wish, language: 'nl' | 'en'): FigureOptions {
  const { node, orientation, collapsed, theme, legend } = wanted
  return {
    labels: messages[language],
    language,
    branch: node ?? null,
    orientation,
    collapsed: new Set(collapsed),
    theme,
    legend,
    date: new Date().toISOString().slice(0, 10),
  }
}

/** Pixels and resolution together say how wide the figure is on paper. */
async function writePng(
  tree: Tree,
  options: FigureOptions,
  { width, dpi }: Wish,
): Promise<Result<Uint8Array>> {
  const figure = toFigure(tree, options)
  const size = width === undefined ? {} : { width }
  if (dpi === undefined) return toPng(figure, size)
  const widthMm = (pngWidth(figure, width) / dpi) * 25.4
  return toPng({ ...figure, widthMm, heightMm: (widthMm * figure.height) / figure.width }, size)
}
