import type { Keys } from '#lib/commands/command.ts'
import { chordOf } from './match-keys.ts'

/** Keys as people read them. */

/** Whether this page runs on a Mac, where Cmd does what Ctrl does elsewhere. */
export const isMacPage = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
}
const named = ['Enter', 'Tab', 'Space', 'Delete', 'Backspace', 'Escape'] as const
export type KeyName = 'Mod' | 'Shift' | 'Alt' | (typeof named)[number]

/** `Mod+Shift+ArrowUp` → `Ctrl+Shift+↑`, on a Mac `⌘⇧↑`; `word` translates the names of keys. */
export function keyWords(keys: Keys, word: (name: KeyName) => string, isMac: boolean): string {
  const { mod, shift, alt, key } = chordOf(keys)
  const name = named.find((known) => known === key)
  const last = signs[key] ?? (name ? word(name) : key)
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${last}`
  return [mod && word('Mod'), alt && word('Alt'), shift && word('Shift'), last].filter(Boolean).join('+')
}
