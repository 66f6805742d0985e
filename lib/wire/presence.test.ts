import { describe, expect, it } from 'vitest'
import { cursorColour, cursorColours } from './cursor-colour.ts'
import { readSign, readSignedBy } from './presence.ts'

describe('a sign', () => {
  it('[BI-17] is read from anything', () => {
    const empty = { cursor: null, selected: [], editing: null }
    for (const value of [null, 7, 'x', [], { cursor: ['1', 2], selected: 'a', editing: {} }])
      expect(readSign(value)).toEqual(empty)
    expect(readSign({ cursor: [1, 2], selected: ['a', 3, 'b'], editing: 'a', name: 'Mallory' })).toEqual({
      cursor: [1, 2],
      selected: ['a', 'b'],
      editing: 'a',
    })
    expect(readSign({ selected: Array.from({ length: 500 }, (_, i) => `n${i}`) }).selected).toHaveLength(50)
  })

  it('of nobody is no sign', () => {
    expect(readSignedBy({ cursor: [1, 2] })).toBeNull()
    expect(readSignedBy({ userId: 'u', name: 'Noor', colour: '#fff' })?.name).toBe('Noor')
  })
})

describe('cursor colours', () => {
  it('carry white text at 4.5:1', () => {
    for (const colour of cursorColours) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
  })

  it('stay with a person', () => {
    expect(cursorColour('a')).toBe(cursorColour('a'))
    expect(new Set(Array.from({ length: 200 }, (_, i) => cursorColour(`user-${i}`))).size).toBe(
      cursorColours.length,
    )
  })
})

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
