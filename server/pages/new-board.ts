import { getLocale } from 'next-intl/server'
import * as Y from 'yjs'
import { limits } from '#lib/board/schema.ts'
import { readTree } from '#lib/board/store.ts'
import type { BoardJson } from '#lib/export/json.ts'
import { isLanguage, type Language, languages } from '#lib/i18n/language.ts'
import { largestFile } from '#lib/import/decode.ts'
import { readBoardJson, seedDocument, writeBoard } from '#lib/import/json.ts'
import type { ImportNote } from '#lib/import/messages.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { type Answers, fromFourQuestions } from '#lib/templates/four-questions.ts'
import { findTemplate, templates } from '#lib/templates/index.ts'
import { instantiate } from '#lib/templates/template.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { hub } from '#server/hub.ts'
import { drawThumbnail } from '#server/pages/thumbnail.ts'

type Made = Promise<Result<{ id: string }>>

/** What the page of new boards shows, in the language of the page. */
export async function readNewBoard() {
  const language = await pageLanguage()
  return {
    templates: templates.map(({ id, title, summary, nodes }) => ({
      id,
      title: title[language],
      summary: summary[language],
      nodeCount: nodes.length,
    })),
    thisYear: thisYear(),
    fileLimit: largestFile / 1024 / 1024,
  }
}

/** A new board from a template, its dates moved to the year of the plan. */
export async function boardFromTemplate(
  person: RequestUser,
  templateId: string,
  title: string,
  planYear: number,
): Made {
  const template = findTemplate(templateId)
  if (!template.ok) return template
  if (!Number.isInteger(planYear) || planYear < 2000 || planYear > 2200)
    return problem('args.invalid', { name: 'planYear' })
  return make(person, title, async (name) =>
    instantiate(template.value, { language: await pageLanguage(), planYear, title: name }),
  )
}

/** A new board from the four questions; without answers it is a blank sheet with one bubble. */
export function boardFromQuestions(person: RequestUser, title: string, answers: Answers): Made {
  return make(person, title, async (name) =>
    fromFourQuestions(answers, { title: name, language: await pageLanguage(), planYear: thisYear() }),
  )
}

/** A new board as it stands in a board file, with what of the file was left out or changed. */
export async function boardFromFile(
  person: RequestUser,
  file: Uint8Array,
): Promise<Result<{ id: string; notes: readonly ImportNote[] }>> {
  const read = readBoardJson(file)
  if (!read.ok) return read
  const made = await store(person, read.value.board)
  return made.ok ? ok({ ...made.value, notes: read.value.notes }) : made
}

/** The small picture of what a template becomes; null for an unknown template. */
export function templatePicture(templateId: string): string | null {
  const known = pictures.get(templateId)
  if (known !== undefined) return known
  const template = findTemplate(templateId)
  if (!template.ok) return null
  const doc = new Y.Doc()
  writeBoard(doc, instantiate(template.value, { language: languages[0], planYear: thisYear() }))
  const drawn = drawThumbnail(readTree(doc))
  doc.destroy()
  pictures.set(templateId, drawn)
  return drawn
}

const pictures = new Map<string, string>()
const thisYear = () => new Date().getFullYear()

async function pageLanguage(): Promise<Language> {
  const locale = await getLocale()
  return isLanguage(locale) ? locale : languages[0]
}

async function make(person: RequestUser, wish: string, build: (title: string) => Promise<BoardJson>): Made {
  const title = wish.trim()
  if (title === '') return problem('args.invalid', { name: 'title' })
  if (title.length > limits.title) return problem('title.too-long', { limit: limits.title })
  return store(person, await build(title))
}

async function store(person: RequestUser, board: BoardJson): Made {
  const { id } = await hub().create({ owner: person.userId, seed: seedDocument(board) })
  return ok({ id })
}
