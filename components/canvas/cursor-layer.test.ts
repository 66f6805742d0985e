import { expect, it } from 'vitest'
import { liveliness } from './cursor-layer.ts'

it('T1: a cursor fades after 3 s of stillness and is away after 60 s', () => {
  expect([0, 2_999, 3_000, 59_999, 60_000].map(liveliness)).toEqual([
    'here',
    'here',
    'faded',
    'faded',
    'away',
  ])
})
