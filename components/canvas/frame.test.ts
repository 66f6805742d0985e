import { describe, expect, it } from 'vitest'
import { frameFor, isWorn } from './frame.ts'
import { contains, visibleBox } from './viewport.ts'

const size = { width: 1000, height: 600 }
const wide = { x: -50_000, y: -50_000, width: 100_000, height: 100_000 }

describe('the frame on the bitmap', () => {
  it('holds more than is seen, so that a small pan draws nothing', () => {
    const view = { x: 12.3, y: 4.5, zoom: 1 }
    const frame = frameFor(view, size, wide, 1)
    expect(contains(frame.box, visibleBox(view, size))).toBe(true)
    expect(isWorn(frame, { x: 150, y: 4.5, zoom: 1 }, size, wide)).toBe('no')
    expect(isWorn(frame, { x: 600, y: 4.5, zoom: 1 }, size, wide)).toBe('now')
  })

  it('holds the whole board when it is in view: no pan ever draws', () => {
    const board = { x: 0, y: 0, width: 9000, height: 5000 }
    const frame = frameFor({ x: 50, y: 50, zoom: 0.1 }, size, board, 2)
    expect(contains(frame.box, board)).toBe(true)
    expect(isWorn(frame, { x: -5000, y: 900, zoom: 0.1 }, size, board)).toBe('no')
  })

  it('is redrawn soon after a zoom, at once when the detail changes', () => {
    const frame = frameFor({ x: 0, y: 0, zoom: 1 }, size, wide, 1)
    expect(isWorn(frame, { x: 0, y: 0, zoom: 1.1 }, size, wide)).toBe('soon')
    expect(isWorn(frame, { x: 300, y: 200, zoom: 0.39 }, size, { x: 0, y: 0, width: 500, height: 300 })).toBe(
      'now',
    )
  })

  it('starts on a whole device pixel and stays within memory', () => {
    const view = { x: 10.37, y: -3.91, zoom: 0.77 }
    const frame = frameFor(view, { width: 6000, height: 4000 }, wide, 2)
    expect(((frame.box.x * view.zoom + view.x) * 2) % 1).toBeCloseTo(0, 6)
    expect(frame.box.width * frame.box.height * (view.zoom * frame.density) ** 2).toBeLessThan(16_100_000)
  })
})
