// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { keepChoice, readChoice } from './export-choice.ts'

beforeEach(() => localStorage.clear())

describe('the last choice of export', () => {
  it('is remembered', () => {
    const choice = { ...readChoice(localStorage), format: 'png', width: 1_000, folded: false } as const
    keepChoice(localStorage, choice)
    expect(readChoice(localStorage)).toEqual(choice)
  })

  it('falls back where it is out of range or broken', () => {
    localStorage.setItem('bollenboom.export', '{"format":"bmp","width":1e9,"dpi":"x"}')
    expect(readChoice(localStorage)).toEqual(readChoice(null))
    localStorage.setItem('bollenboom.export', 'null')
    expect(readChoice(localStorage)).toEqual(readChoice(null))
  })
})
