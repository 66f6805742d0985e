import { expect, test } from 'vitest'
import { linkKinds } from '#lib/board/schema.ts'
import { drawLink, knobOf, linkCurve, linkStyles, pointOn, treeCurve } from './lines.ts'

const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 })

test('a tree line leaves the parent on the side of the children', () => {
  expect(treeCurve(box(0, 0), box(200, 100), 'right')).toEqual([
    [100, 20],
    [150, 20],
    [150, 120],
    [200, 120],
  ])
  expect(treeCurve(box(0, 0), box(200, 100), 'down')).toEqual([
    [50, 40],
    [50, 70],
    [250, 70],
    [250, 100],
  ])
  expect(knobOf(box(0, 0), 'right')[0]).toBeGreaterThan(100)
  expect(knobOf(box(0, 0), 'down')[1]).toBeGreaterThan(40)
})

test('a cross link joins facing sides, and goes around when nodes stand above each other', () => {
  expect(linkCurve(box(0, 0), box(170, 0))[0]).toEqual([100, 20])
  expect(linkCurve(box(170, 0), box(0, 0))[0]).toEqual([170, 20])
  expect(linkCurve(box(0, 0), box(400, 0))[0]).toEqual([50, 40])
  const around = linkCurve(box(0, 0), box(0, 300))
  expect(around[0]).toEqual([100, 20])
  expect(around[3]).toEqual([100, 320])
  expect(pointOn(around, 0.5)[0]).toBeGreaterThan(100)
})

test('no two link kinds look the same without colour', () => {
  const looks = linkKinds.map((kind) => JSON.stringify({ ...linkStyles[kind], alert: false }))
  expect(new Set(looks).size).toBe(linkKinds.length)
})

test.each(linkKinds)('%s is drawn with finite numbers and a sign', (kind) => {
  for (const to of [box(400, 10), box(0, 0), box(20, 30)]) {
    const { line, strokes, fills } = drawLink(kind, linkCurve(box(0, 0), to))
    expect(`${line}${strokes}${fills}`).toMatch(/^[-\d. MLCAZ]+$/)
    expect(`${strokes}${fills}`).not.toBe('')
  }
})
