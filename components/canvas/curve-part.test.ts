import { expect, it } from 'vitest'
import { type Curve, pointOn } from '#lib/layout/lines.ts'
import { lengthTo, partOf, pointsAlong, stretchIn } from './curve-part.ts'

const curve: Curve = [
  [0, 0],
  [4000, 0],
  [4000, 3000],
  [8000, 3000],
]

it('finds the stretch of a curve in a box, and none where it only passes by', () => {
  const points = pointsAlong(curve)
  expect(stretchIn(points, { x: -100, y: -100, width: 9000, height: 4000 })).toEqual({ start: 0, end: 1 })
  expect(stretchIn(points, { x: 6000, y: 0, width: 1000, height: 700 })).toBeNull()
  const middle = stretchIn(points, { x: 3800, y: 1300, width: 400, height: 400 })
  expect(middle?.start).toBeGreaterThan(0.3)
  expect(middle?.end).toBeLessThan(0.7)
})

it('cuts a stretch that lies on the whole curve', () => {
  const part = partOf(curve, { start: 0.25, end: 0.75 })
  for (const t of [0, 0.5, 1]) {
    const [x, y] = pointOn(curve, 0.25 + t / 2)
    const [partX, partY] = pointOn(part, t)
    expect(partX).toBeCloseTo(x)
    expect(partY).toBeCloseTo(y)
  }
})

it('knows how far along a place lies', () => {
  const points = pointsAlong([
    [0, 0],
    [100, 0],
    [200, 0],
    [300, 0],
  ])
  expect(lengthTo(points, 0)).toBe(0)
  expect(lengthTo(points, 1)).toBeCloseTo(300)
})
