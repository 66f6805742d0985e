import { expect, it } from 'vitest'
import { bareAt, detailAt, hasShells, isReadable, printAt } from './detail.ts'

it('draws blocks far out, then titles alone, then cards', () => {
  expect(detailAt(0.19)).toBe('blocks')
  expect(detailAt(0.2)).toBe('titles')
  expect(detailAt(0.65)).toBe('titles')
  expect(detailAt(0.66)).toBe('cards')
})

it('fades the small print before it is gone, and moves the title only after that', () => {
  expect([printAt(1), printAt(0.66), bareAt(0.66), bareAt(0.4)]).toEqual([1, 0, 0, 1])
  expect(printAt(0.72)).toBeCloseTo(0.5)
})

it('keeps interactive nodes a little below the border once they are there', () => {
  expect(hasShells(0.4, false)).toBe(true)
  expect(hasShells(0.38, false)).toBe(false)
  expect(hasShells(0.38, true)).toBe(true)
  expect(hasShells(0.35, true)).toBe(false)
})

it('leaves out text that nobody can read', () => {
  expect(isReadable(22, 0.3)).toBe(true)
  expect(isReadable(14, 0.3)).toBe(false)
})
