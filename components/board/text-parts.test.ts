import { describe, expect, it } from 'vitest'
import { lineCount, textParts } from './text-parts.ts'

describe('a long text in parts', () => {
  it('is one part when it fits, without empty lines', () => {
    expect(textParts('a\n\n  b\r\nc', 10)).toEqual(['a\n  b\nc'])
    expect(textParts('', 10)).toEqual([])
    expect(lineCount('a\n\n b\n')).toBe(2)
  })

  it('is cut where a new list begins', () => {
    expect(textParts('a\n  a1\nb\n  b1\n  b2', 4)).toEqual(['a\n  a1', 'b\n  b1\n  b2'])
  })

  it('is cut at the limit when one list is longer', () => {
    expect(textParts('a\n b\n c\n d', 2)).toEqual(['a\n b', ' c\n d'])
  })

  it('loses nothing', () => {
    const text = Array.from({ length: 2_500 }, (_, i) => `${' '.repeat(i % 4)}${i}`).join('\n')
    const parts = textParts(text, 1_000)
    expect(parts.join('\n')).toBe(text)
    expect(Math.max(...parts.map(lineCount))).toBeLessThanOrEqual(1_000)
  })
})
