import { z } from 'zod'
import { writeEntry } from '#lib/board/edit.ts'
import { yMeta } from '#lib/board/read.ts'
import { classifications, limits } from '#lib/board/schema.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import type { Outcome } from './command.ts'
import { boardCommand } from './define.ts'
import { oneOf, someTitle } from './examples.ts'

/** Commands on the board as a whole. */

const noOutcome: Result<Outcome> = ok({})

export const rename = boardCommand({
  id: 'board.rename',
  group: 'file',
  keys: [],
  menus: [],
  args: z.object({ title: z.string() }),
  fromUi: () => null,
  run(doc, _, { title }) {
    if (title.trim() === '') return problem('args.invalid', { field: 'title' })
    if (title.length > limits.title)
      return problem('title.too-long', { limit: limits.title, length: title.length })
    writeEntry(yMeta(doc), { title: title.trim() })
    return noOutcome
  },
  example: (_, random) => ({ title: `Bord ${someTitle(random)}` }),
})

/** Sets the language, the classification or the plan year; what is left out stays. */
export const setMeta = boardCommand({
  id: 'board.set-meta',
  group: 'file',
  keys: [],
  menus: [],
  args: z.object({
    language: z.enum(['nl', 'en']).optional(),
    classification: z.enum(classifications).optional(),
    planYear: z.number().int().min(1900).max(2200).nullish(),
  }),
  fromUi: () => null,
  run(doc, _, args) {
    const given = Object.entries(args).filter(([, value]) => value !== undefined)
    if (given.length === 0) return problem('nothing.to-do')
    writeEntry(yMeta(doc), Object.fromEntries(given))
    return noOutcome
  },
  example: (_, random) => ({ classification: oneOf(classifications, random) ?? 'intern', planYear: 2027 }),
})
