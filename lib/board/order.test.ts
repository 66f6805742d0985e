import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, compareSiblings, freshKeys, keysBetween } from './order.ts'

describe('order keys', () => {
  test('[O1] a key lies strictly between its neighbours', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 60 }), (places) => {
        const row: string[] = []
        for (const place of places) {
          const at = place % (row.length + 1)
          const key = between(row[at - 1] ?? null, row[at] ?? null)
          expect(key).not.toBe(null)
          row.splice(at, 0, key as string)
        }
        expect(row).toEqual([...row].sort((a, b) => (a < b ? -1 : 1)))
        expect(new Set(row).size).toBe(row.length)
      }),
      { numRuns: 100, seed: 1 },
    )
  })
  test('[O1] so do several at once', () => {
    const keys = keysBetween('a0', 'a1', 5) ?? []
    expect(['a0', ...keys, 'a1']).toEqual(['a0', ...keys, 'a1'].sort())
    expect(new Set(keys).size).toBe(5)
  })
  test('[O2] equal, reversed and unusable neighbours have none between them', () => {
    expect(between('a0', 'a0')).toBe(null)
    expect(between('a1', 'a0')).toBe(null)
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const key = between(a, b)
        if (key !== null) expect(a < key && key < b).toBe(true)
      }),
      { numRuns: 300, seed: 1 },
    )
  })
  test('fresh keys rise', () => {
    const keys = freshKeys(200)
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
  })
  test('[T5] equal keys sort by id, by code units', () => {
    const row = [
      { order: 'a0', id: 'b' },
      { order: 'Zz', id: 'é' },
      { order: 'a0', id: 'B' },
    ]
    expect(row.sort(compareSiblings).map((node) => node.id)).toEqual(['é', 'B', 'b'])
  })
})
