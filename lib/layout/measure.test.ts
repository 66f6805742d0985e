import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ellipsize, textWidth, wrapText } from './measure.ts'

const size = 14
const wrapping = { size, width: 180, maxLines: 3 }

describe('textWidth', () => {
  test('is the larger of the two fonts per character', () => {
    // Arial: i 222, W 944 of 1000; Atkinson's i is wider, its W narrower.
    expect(textWidth('W', 1000)).toBe(944)
    expect(textWidth('i', 1000)).toBeGreaterThan(222)
  })

  test('semibold is wider than regular, and the sum of its characters', () => {
    expect(textWidth('Doelenboom', size, 600)).toBeGreaterThan(textWidth('Doelenboom', size))
    expect(textWidth('ab', size)).toBeCloseTo(textWidth('a', size) + textWidth('b', size))
  })

  test('marks, joiners and skin tones take no room of their own', () => {
    expect(textWidth('e\u0301', size)).toBeCloseTo(textWidth('e', size))
    expect(textWidth('👩🏽‍⚕️', size)).toBeCloseTo(textWidth('👩', size))
  })

  test('emoji and CJK are wide, unknown scripts have a middling width', () => {
    expect(textWidth('護', 1000)).toBe(1250)
    expect(textWidth('ب', 1000)).toBe(750)
  })
})

describe('wrapText', () => {
  test('breaks at blanks and after hyphens and slashes', () => {
    expect(wrapText('Kritieke zorgprocessen draaien door bij uitval', wrapping)).toEqual([
      'Kritieke zorgprocessen',
      'draaien door bij uitval',
    ])
    expect(wrapText('IT-continuïteitsmaatregelenprogramma', { ...wrapping, width: 235 })).toEqual([
      'IT-',
      'continuïteitsmaatregelenprogramma',
    ])
  })

  test('keeps the line ends of the writer', () => {
    expect(wrapText('een\ntwee\n', wrapping)).toEqual(['een', 'twee'])
    expect(wrapText('een\r\n\r\ntwee', wrapping)).toEqual(['een', '', 'twee'])
  })

  test('an empty title is one empty line', () => {
    expect(wrapText('', wrapping)).toEqual([''])
    expect(wrapText('   ', wrapping)).toEqual([''])
  })

  test('500 characters without a blank are broken and end in an ellipsis', () => {
    const lines = wrapText('x'.repeat(500), wrapping)
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatch(/…$/)
  })

  test('a title of 100,000 characters is cheap', () => {
    const start = performance.now()
    expect(wrapText('lange titel '.repeat(9_000), wrapping)).toHaveLength(3)
    expect(performance.now() - start).toBeLessThan(50)
  })

  test('no line is wider than asked and no character is cut, whatever the text', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('👩🏽‍⚕️', 'שלום', 'e\u0301', '\n', ' ', '-', '漢', '\u202e'),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      maxLength: 60,
    })
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = wrapText(text, wrapping)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) {
          expect(textWidth(line, size)).toBeLessThanOrEqual(180)
          expect(line).not.toMatch(/\p{Surrogate}/u)
        }
      }),
      { seed: 7 },
    )
  })
})

test('ellipsize keeps what fits', () => {
  expect(ellipsize('CISO', { size, width: 100 })).toBe('CISO')
  const cut = ellipsize('Functionaris gegevensbescherming', { size, width: 100 })
  expect(cut).toMatch(/^Functio.*…$/)
  expect(textWidth(cut, size)).toBeLessThanOrEqual(100)
})
