import { describe, expect, test } from 'vitest'
import { isBareLetter, type KeyPress, matchesKeys, typedCharacter } from './match-keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('keys', () => {
  test('Mod is Ctrl, and Cmd on a Mac', () => {
    expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }), false)).toBe(true)
    expect(matchesKeys('Mod+Z', press('z', { metaKey: true }), true)).toBe(true)
    expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }), true)).toBe(false)
    expect(matchesKeys('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })
  test('named keys want just the modifiers they name', () => {
    expect(matchesKeys('Enter', press('Enter'), false)).toBe(true)
    expect(matchesKeys('Enter', press('Enter', { shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('Shift+Enter', press('Enter', { shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('Tab', press('Tab', { shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('Space', press(' '), false)).toBe(true)
  })
  test('digits go by their place on the keyboard', () => {
    expect(matchesKeys('Shift+1', press('!', { code: 'Digit1', shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('Alt+3', press('£', { code: 'Digit3', altKey: true }), true)).toBe(true)
    expect(matchesKeys('Mod+0', press('à', { code: 'Digit0', ctrlKey: true }), false)).toBe(true)
  })
  test('signs do not care how they are reached', () => {
    expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('Mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('Mod+-', press('-', { ctrlKey: true }), false)).toBe(true)
  })
  test('a bare letter is told apart', () => {
    expect(['T', 'Shift+T', 'Mod+T', 'Alt+T', 'Tab', '?'].map(isBareLetter)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
  test('what a key types', () => {
    expect(typedCharacter(press('é'), false, false)).toBe('é')
    expect(typedCharacter(press('€', { ctrlKey: true, altKey: true }), true, false)).toBe('€')
    expect(typedCharacter(press('z', { ctrlKey: true }), false, false)).toBe(null)
    expect(typedCharacter(press('F2'), false, false)).toBe(null)
    expect(typedCharacter(press(' '), false, false)).toBe(null)
  })
})
