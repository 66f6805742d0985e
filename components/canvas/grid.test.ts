import { describe, expect, it } from 'vitest'
import { createGrid } from './grid.ts'
import { layoutOf } from './testkit.ts'
import { boxesMeet } from './viewport.ts'

function scattered(count: number) {
  let seed = 7
  const random = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  return layoutOf(
    Array.from({ length: count }, (_, i) => [
      `n${i}`,
      null,
      random() * 6000 - 3000,
      random() * 4000,
      40 + random() * 900,
      20 + random() * 90,
    ]),
  )
}

describe('the spatial grid', () => {
  it('finds exactly what a full search finds', () => {
    const layout = scattered(400)
    const grid = createGrid(layout)
    for (const box of [
      { x: -3000, y: 0, width: 300, height: 300 },
      { x: 0, y: 1000, width: 1440, height: 900 },
      { x: -9000, y: -9000, width: 100, height: 100 },
      { x: -9000, y: -9000, width: 20_000, height: 20_000 },
    ]) {
      const wanted = layout.ids.flatMap((_, i) =>
        boxesMeet(box, {
          x: layout.x[i]!,
          y: layout.y[i]!,
          width: layout.width[i]!,
          height: layout.height[i]!,
        })
          ? [i]
          : [],
      )
      expect([...grid.inBox(box)]).toEqual(wanted)
    }
  })

  it('hits the node under a point, with slack around it', () => {
    const grid = createGrid(
      layoutOf([
        ['a', null, 0, 0, 100, 40],
        ['b', null, 600, 600, 100, 40],
      ]),
    )
    expect(grid.at(50, 20)).toBe(0)
    expect(grid.at(650, 610)).toBe(1)
    expect(grid.at(50, 45)).toBe(-1)
    expect(grid.at(50, 45, 8)).toBe(0)
  })

  it('is at peace with an empty board', () => {
    const grid = createGrid(layoutOf([]))
    expect(grid.at(0, 0)).toBe(-1)
    expect(grid.inBox({ x: 0, y: 0, width: 10, height: 10 })).toHaveLength(0)
  })
})
