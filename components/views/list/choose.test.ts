import { expect, test } from 'vitest'
import { choose } from './choose.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const keys = { shiftKey: false, ctrlKey: false, metaKey: false }

test('a click selects one row, with Ctrl it adds or takes away, with Shift it goes up to the row', () => {
  expect(choose(rows, ['a', 'b'], 'd', keys)).toEqual(['d'])
  expect(choose(rows, ['a', 'b'], 'd', { ...keys, ctrlKey: true })).toEqual(['a', 'b', 'd'])
  expect(choose(rows, ['a', 'b'], 'a', { ...keys, metaKey: true })).toEqual(['b'])
  expect(choose(rows, ['b'], 'd', { ...keys, shiftKey: true })).toEqual(['b', 'c', 'd'])
  expect(choose(rows, ['e', 'd'], 'b', { ...keys, shiftKey: true })).toEqual(['e', 'c', 'd', 'b'])
  expect(choose(rows, [], 'b', { ...keys, shiftKey: true })).toEqual(['b'])
})
