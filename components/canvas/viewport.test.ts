import { describe, expect, it } from 'vitest'
import {
  boxesMeet,
  contains,
  fitBox,
  minZoomFor,
  revealBox,
  toBoard,
  toScreen,
  visibleBox,
  zoomAround,
} from './viewport.ts'

const size = { width: 1000, height: 500 }

describe('looking at a board', () => {
  it('goes to the screen and back', () => {
    const view = { x: 30, y: -20, zoom: 0.5 }
    expect(toBoard(view, toScreen(view, { x: 12, y: 34 }))).toEqual({ x: 12, y: 34 })
  })

  it('V9: fits any board, however large, inside the zoom range', () => {
    for (const width of [100, 10_000, 1_000_000]) {
      const bounds = { x: -width / 2, y: 0, width, height: width * 3 }
      const view = fitBox(bounds, size, 40, 1)
      expect(contains(visibleBox(view, size), bounds)).toBe(true)
      expect(minZoomFor(bounds, size)).toBeLessThanOrEqual(view.zoom)
    }
  })

  it('V9: never blows a small board up when fitting', () => {
    expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, size, 40, 1).zoom).toBe(1)
  })

  it('zooms with the point under the pointer held still', () => {
    const view = { x: 10, y: 20, zoom: 1 }
    const at = { x: 400, y: 100 }
    expect(toBoard(zoomAround(view, at, 2.5), at)).toEqual(toBoard(view, at))
  })

  it('reveals with the least pan, and not at all when in sight', () => {
    const view = { x: 0, y: 0, zoom: 1 }
    expect(revealBox(view, { x: 100, y: 100, width: 50, height: 50 }, size, 20)).toBe(view)
    expect(revealBox(view, { x: 990, y: 100, width: 50, height: 50 }, size, 20)).toEqual({
      x: -60,
      y: 0,
      zoom: 1,
    })
    expect(revealBox(view, { x: 100, y: -80, width: 50, height: 50 }, size, 20)).toEqual({
      x: 0,
      y: 100,
      zoom: 1,
    })
  })

  it('tells whether boxes meet', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 }
    expect(boxesMeet(box, { x: 9, y: 9, width: 5, height: 5 })).toBe(true)
    expect(boxesMeet(box, { x: 10, y: 0, width: 5, height: 5 })).toBe(false)
  })
})
