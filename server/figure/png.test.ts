import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readTree } from '#lib/board/store.ts'
import { toFigure } from '#lib/export/figure.ts'
import { messages } from '#lib/i18n/messages.ts'
import { seedDocument } from '#lib/import/json.ts'
import { templates } from '#lib/templates/index.ts'
import { instantiate } from '#lib/templates/template.ts'
import { withDpi } from './dpi.ts'
import { toPng } from './png.ts'

function figure(widthMm?: number) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDocument(instantiate(templates[5]!, { language: 'nl', planYear: 2027 })))
  return toFigure(readTree(doc), {
    labels: messages.nl,
    language: 'nl',
    branch: 'F1',
    orientation: 'right',
    collapsed: new Set(),
    theme: 'print',
    legend: true,
    date: '2027-04-30',
    widthMm,
  })
}

const chunk = (png: Uint8Array, name: string) => Buffer.from(png).indexOf(name, 0, 'latin1')

test('a PNG has two pixels for each board pixel and says its resolution', async () => {
  const drawn = figure()
  const png = await toPng(drawn)
  if (!png.ok) throw new Error(png.code)
  const bytes = Buffer.from(png.value)
  expect(bytes.readUInt32BE(16)).toBe(Math.round(drawn.width * 2))
  expect(bytes.readUInt32BE(chunk(bytes, 'pHYs') + 4)).toBe(Math.round(192 / 0.0254))
})

test('any width can be asked for, and Word gets the size in millimetres', async () => {
  const png = await toPng(figure(160), { width: 1890 })
  if (!png.ok) throw new Error(png.code)
  const bytes = Buffer.from(png.value)
  expect(bytes.readUInt32BE(16)).toBe(1890)
  const dpi = bytes.readUInt32BE(chunk(bytes, 'pHYs') + 4) * 0.0254
  expect((1890 / dpi) * 25.4).toBeCloseTo(160, 0)
})

test('a picture that would not open anywhere is refused with the widest that does', async () => {
  expect(await toPng(figure(), { width: 100_000 })).toMatchObject({
    ok: false,
    code: 'figure.too-large',
    detail: { width: 100_000 },
  })
  expect(await toPng(figure(), { width: Number.NaN })).toMatchObject({ ok: false, code: 'figure.too-large' })
})

test('the resolution is a valid chunk right after the header', () => {
  const png = withDpi(new Uint8Array(40), 300)
  expect(png.readUInt32BE(33)).toBe(9)
  expect(png.subarray(37, 41).toString('latin1')).toBe('pHYs')
  expect(png.readUInt32BE(41)).toBe(11811)
})
