import { expect, it } from 'vitest'
import { nextPath } from './address.ts'

it.each(['/boards/1', '/boards?x=1#y', '/settings'])('goes on to %s', (path) => {
  expect(nextPath(path)).toBe(path)
})

it.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'boards',
  ['/a', '/b'],
  '/\t/elsewhere.example',
])('does not leave the site for %s', (path) => {
  expect(nextPath(path)).toBe('/boards')
})
