import { describe, expect, test } from 'vitest'
import { moveCaret } from './caret.ts'

describe('a caret in a shared text', () => {
  test('moves along with text put in before it', () => {
    expect(moveCaret(3, [{ insert: 'ab' }])).toBe(5)
    expect(moveCaret(3, [{ retain: 2 }, { insert: 'ab' }])).toBe(5)
  })
  test('stays before text put in at or after it', () => {
    expect(moveCaret(3, [{ retain: 3 }, { insert: 'ab' }])).toBe(3)
    expect(moveCaret(3, [{ retain: 9 }, { insert: 'ab' }])).toBe(3)
  })
  test('moves back over deleted text, and to its start when it stood inside', () => {
    expect(moveCaret(5, [{ retain: 1 }, { delete: 2 }])).toBe(3)
    expect(moveCaret(5, [{ retain: 4 }, { delete: 9 }])).toBe(4)
    expect(moveCaret(5, [{ retain: 6 }, { delete: 9 }])).toBe(5)
  })
  test('follows a replacement', () => {
    expect(moveCaret(4, [{ retain: 1 }, { delete: 2 }, { insert: 'xyz' }])).toBe(5)
  })
})
