import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { closeCodes, isFinal } from './close-codes.ts'
import { type Control, encodeControl, messageTypes, readControl } from './control.ts'

const read = (bytes: Uint8Array) => {
  const decoder = decoding.createDecoder(bytes)
  expect(decoding.readVarUint(decoder)).toBe(messageTypes.control)
  return readControl(decoder)
}

const controls: Control[] = [
  {
    type: 'hello',
    hello: {
      proto: 1,
      role: 'editor',
      epoch: 3,
      seq: 12,
      connId: 'c1',
      limits: { update: 10, step2: 20 },
      serverTime: 1_800_000_000_000,
    },
  },
  { type: 'ack', n: 300, seq: 70_000 },
  { type: 'reject', n: 4, code: 4422, path: 'nodes/a/title' },
  { type: 'keepalive' },
  { type: 'probe', seq: 9, hash: 'ab' },
  { type: 'notice', code: 'maintenance' },
]

describe('control frames', () => {
  it.each(controls)('reads back what it wrote: $type', (control) => {
    expect(read(encodeControl(control))).toEqual(control)
  })

  it('answers null for a subtype or a content it does not know', () => {
    expect(read(Uint8Array.of(110, 99))).toBeNull()
    expect(read(Uint8Array.of(110, 0, 2, 0x7b, 0x7d))).toBeNull()
    expect(read(Uint8Array.of(110, 5, 1, 0x7b))).toBeNull()
  })

  it('[BI-02] throws on a truncated frame', () => {
    expect(() => read(Uint8Array.of(110, 1, 5))).toThrow()
  })
})

describe('close codes', () => {
  it('are final only where trying again cannot help', () => {
    expect([closeCodes.signedOut, closeCodes.boardGone, closeCodes.refused].every(isFinal)).toBe(true)
    expect([closeCodes.internal, closeCodes.goingAway, closeCodes.tooSlow].some(isFinal)).toBe(false)
  })
})
