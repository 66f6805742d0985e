import { describe, expect, test } from 'vitest'
import { board } from '#lib/board/testkit.ts'
import { rowsInSight, scrollTo, visibleRows } from './rows.ts'

describe('the lines of the list', () => {
  const { tree } = board('A\n  B\n    C\n    D\n  E\nF')
  test('stand in reading order with their level and place', () => {
    expect(
      visibleRows(tree(), new Set()).map(
        ({ id, level, place, siblings }) => `${id}${level} ${place}/${siblings}`,
      ),
    ).toEqual(['A1 1/2', 'B2 1/2', 'C3 1/2', 'D3 2/2', 'E2 2/2', 'F1 2/2'])
  })
  test('a folded branch is one line', () => {
    const rows = visibleRows(tree(), new Set(['B', 'E']))
    expect(rows.map(({ id, folded }) => [id, folded])).toEqual([
      ['A', false],
      ['B', true],
      ['E', false],
      ['F', false],
    ])
  })
  test('only the lines in sight are drawn', () => {
    expect(rowsInSight(5_000, 40, 40_000, 400)).toEqual({ start: 992, end: 1018 })
    expect(rowsInSight(3, 40, 0, 400)).toEqual({ start: 0, end: 3 })
  })
  test('a line comes into sight with the least scrolling', () => {
    expect([scrollTo(0, 40, 100, 400), scrollTo(5, 40, 100, 400), scrollTo(20, 40, 100, 400)]).toEqual([
      0, 100, 440,
    ])
  })
})
