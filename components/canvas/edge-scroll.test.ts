import { expect, it } from 'vitest'
import { edgeScroll } from './edge-scroll.ts'

const size = { width: 800, height: 600 }

it('E3: rests away from the edges and scrolls within 50 px of them, faster nearer', () => {
  expect(edgeScroll({ x: 400, y: 300 }, size)).toEqual({ x: 0, y: 0 })
  expect(edgeScroll({ x: 51, y: 300 }, size).x).toBe(0)
  expect(edgeScroll({ x: 40, y: 300 }, size).x).toBeGreaterThan(0)
  expect(edgeScroll({ x: 10, y: 300 }, size).x).toBeGreaterThan(edgeScroll({ x: 40, y: 300 }, size).x)
  expect(edgeScroll({ x: 400, y: 590 }, size).y).toBeLessThan(0)
})

it('E3: keeps its top speed outside the canvas', () => {
  expect(edgeScroll({ x: -500, y: 300 }, size).x).toBe(edgeScroll({ x: 0, y: 300 }, size).x)
})
