import { expect, it } from 'vitest'
import { problemCodes } from '#lib/result.ts'
import { messages } from './messages.ts'

type Texts = Map<string, string>

function flatten(value: unknown, path = '', found: Texts = new Map()): Texts {
  if (typeof value === 'string') found.set(path, value)
  else
    for (const [key, inner] of Object.entries(value as object))
      flatten(inner, path ? `${path}.${key}` : key, found)
  return found
}

/** The names of the values a text asks for: `{name}` and `{count, plural, …}`, but not the branch `=0 {nothing}`. */
const argumentsOf = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:=\d+|one|other) )\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] as string),
    ),
  ].sort()

const nl = flatten(messages.nl)
const en = flatten(messages.en)

it('has the same texts in Dutch and English', () => {
  expect([...en.keys()].sort()).toEqual([...nl.keys()].sort())
})

it('asks for the same values in both languages', () => {
  const different = [...nl].filter(
    ([key, text]) => String(argumentsOf(text)) !== String(argumentsOf(en.get(key) ?? '')),
  )
  expect(different.map(([key]) => key)).toEqual([])
})

it('leaves no text empty', () => {
  expect([...nl, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
})

it('has a sentence for every refusal', () => {
  expect(problemCodes.filter((code) => !nl.has(`problems.${code}`))).toEqual([])
})
