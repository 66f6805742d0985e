import { crc32 } from 'node:zlib'

const header = 8 + 25
const inchesPerMetre = 1 / 0.0254

/** A PNG with its resolution written in (a pHYs chunk right after the header), so that Word places it at its real size. */
export function withDpi(png: Uint8Array, dpi: number): Buffer {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  const perMetre = Math.round(dpi * inchesPerMetre)
  chunk.writeUInt32BE(perMetre, 8)
  chunk.writeUInt32BE(perMetre, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)])
}
