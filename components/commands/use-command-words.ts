'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Command } from '#lib/commands/command.ts'
import { isMacPage, keyWords } from './key-words.ts'

/** How commands are called and keyed in the page's language. */
export type CommandWords = {
  readonly title: (command: Pick<Command, 'id'>) => string
  /** The first of a command's keys, undefined when it has none. */
  readonly keys: (command: Pick<Command, 'keys'>) => string | undefined
  readonly allKeys: (command: Pick<Command, 'keys'>) => readonly string[]
}

export function useCommandWords(): CommandWords {
  const t = useTranslations('commands')
  return useMemo(() => {
    const isMac = isMacPage()
    const allKeys = ({ keys }: Pick<Command, 'keys'>) =>
      keys.map((one) => keyWords(one, (name) => t(`keys.${name}`), isMac))
    // The registry names its commands; a test holds the texts against it.
    return { title: ({ id }) => t(id as 'node.remove'), keys: (command) => allKeys(command)[0], allKeys }
  }, [t])
}
