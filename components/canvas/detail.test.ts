import { expect, it } from 'vitest'
import { detailAt, hasShells, isReadable } from './detail.ts'

it('draws blocks far out and cards near', () => {
  expect(detailAt(0.39)).toBe('blocks')
  expect(detailAt(0.4)).toBe('cards')
})

it('keeps interactive nodes a little below the border once they are there', () => {
  expect(hasShells(0.4, false)).toBe(true)
  expect(hasShells(0.38, false)).toBe(false)
  expect(hasShells(0.38, true)).toBe(true)
  expect(hasShells(0.35, true)).toBe(false)
})

it('shows the largest titles longest', () => {
  expect(isReadable(22, 0.3)).toBe(true)
  expect(isReadable(14, 0.3)).toBe(false)
})
