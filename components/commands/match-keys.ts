import type { Keys } from '#lib/commands/command.ts'

/** What a key press says, as far as shortcuts care: a `KeyboardEvent` has it all. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Keys taken apart: modifiers and the key itself. */
export type Chord = {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

const modifiers = /^(?:(Mod|Shift|Alt)\+)/

/** Takes `Mod+Shift+Z` apart; the key itself may be `+`. */
export function chordOf(keys: Keys): Chord {
  const found = new Set<string>()
  let key = keys
  for (let match = modifiers.exec(key); match; match = modifiers.exec(key)) {
    found.add(match[1] as string)
    key = key.slice(match[0].length)
  }
  return { mod: found.has('Mod'), shift: found.has('Shift'), alt: found.has('Alt'), key }
}

/**
 * Whether a key press is the one that `keys` names; on a Mac `Mod` is Cmd. Digits, and letters with Alt, go by their place on the keyboard,
 * because the character there depends on Shift, Alt and the country. For other signs Shift is only a way to reach them.
 */
export function matchesKeys(keys: Keys, press: KeyPress, isMac: boolean): boolean {
  const { mod, shift, alt, key } = chordOf(keys)
  const [pressedMod, otherMod] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (pressedMod !== mod || otherMod || press.altKey !== alt) return false
  if (key.length > 1) return press.shiftKey === shift && press.key === (key === 'Space' ? ' ' : key)
  if (/\d/.test(key)) return press.shiftKey === shift && (press.code === `Digit${key}` || press.key === key)
  if (/[A-Z]/.test(key)) {
    return (
      press.shiftKey === shift && (press.key.toUpperCase() === key || (alt && press.code === `Key${key}`))
    )
  }
  return press.key === key
}

/** Whether keys are one bare letter: on a selected node such a key is the first of a new title, not a command. */
export function isBareLetter(keys: Keys): boolean {
  const { mod, alt, key } = chordOf(keys)
  return !mod && !alt && /^[A-Z]$/.test(key)
}

/** The character a key press types, null when it types none. AltGr counts as typing, Ctrl and Cmd do not. */
export function typedCharacter(press: KeyPress, isAltGraph: boolean, isMac: boolean): string | null {
  if ([...press.key].length !== 1 || press.key === ' ') return null
  if (press.metaKey || (press.ctrlKey && !isAltGraph)) return null
  return press.altKey && !isAltGraph && !isMac ? null : press.key
}
