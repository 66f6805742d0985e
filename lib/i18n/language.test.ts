import { expect, it } from 'vitest'
import { languageFrom } from './language.ts'

it.each([
  [null, 'nl'],
  ['', 'nl'],
  ['en-GB,en;q=0.9', 'en'],
  ['de-DE,de;q=0.9,en;q=0.4,nl;q=0.6', 'nl'],
  ['fr', 'nl'],
  ['nl;q=0, en;q=0.1', 'en'],
  ['*', 'nl'],
])('speaks with %s in %s', (header, language) => {
  expect(languageFrom(header)).toBe(language)
})
