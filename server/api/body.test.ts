import { expect, it } from 'vitest'
import { largestFile } from '#lib/import/decode.ts'
import { readBytes } from './body.ts'

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

it('reads a body', async () => {
  expect(await readBytes(post('{}'))).toEqual({ ok: true, value: Buffer.from('{}') })
})

it('refuses what says that it is too large without reading it', async () => {
  const never = new ReadableStream({ pull: () => new Promise(() => undefined) })
  expect(await readBytes(post(never, { 'content-length': String(largestFile + 1) }))).toEqual({
    ok: false,
    code: 'file.too-large',
    detail: { megabytes: 51, limit: 50 },
  })
})

it('stops reading what turns out too large', async () => {
  const part = new Uint8Array(10 * 1024 * 1024)
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(part) })
  expect(await readBytes(post(endless))).toMatchObject({ code: 'file.too-large' })
})
