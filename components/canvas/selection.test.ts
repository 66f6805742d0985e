import { expect, it } from 'vitest'
import { boxed, pressed } from './selection.ts'

it('E4: a press selects one, with Shift puts in or takes out', () => {
  expect(pressed(['a', 'b'], 'c', false)).toEqual(['c'])
  expect(pressed(['a', 'b'], 'c', true)).toEqual(['a', 'b', 'c'])
  expect(pressed(['a', 'b'], 'a', true)).toEqual(['b'])
})

it('E4: a box selects what it meets, with Shift besides what was selected', () => {
  expect(boxed(['a'], ['b', 'c'], false)).toEqual(['b', 'c'])
  expect(boxed(['a', 'b'], ['b', 'c'], true)).toEqual(['a', 'b', 'c'])
})
