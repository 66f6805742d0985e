import { freshKeys } from '#lib/board/order.ts'
import { isPlainObject } from '#lib/board/read.ts'
import { type Classification, classifications } from '#lib/board/schema.ts'
import { type BoardJson, boardFormat, type JsonEntry } from '#lib/export/json.ts'

type Words = { readonly nl: string; readonly en: string }

/**
 * A board to begin with, in both languages and without a date: texts are `{ nl, en }`, months are relative to the plan
 * year (`Y0-04` is its April). Siblings stand in the order of the list.
 */
export type Template = {
  readonly id: string
  readonly title: Words
  readonly summary: Words
  readonly method: string
  readonly classification: string
  readonly organisations: readonly object[]
  readonly roles: readonly object[]
  readonly nodes: readonly object[]
  readonly links: readonly object[]
}

export type Instance = {
  readonly language: 'nl' | 'en'
  readonly planYear: number
  readonly title?: string | undefined
}

/** A template as a board in one language and one plan year. */
export function instantiate(template: Template, { language, planYear, title }: Instance): BoardJson {
  const {
    id,
    title: ownTitle,
    summary: _,
    classification,
    organisations,
    roles,
    nodes,
    links,
    ...rest
  } = template
  const settle = <T>(value: T) => settled(value, language, planYear)
  const entries = (rows: readonly object[]) => rows.map((row) => settle(row) as JsonEntry)
  return {
    ...(settle(rest) as object),
    template: id,
    format: boardFormat,
    title: title?.trim() || ownTitle[language],
    language,
    classification:
      classifications.find((known): known is Classification => known === classification) ?? 'intern',
    planYear,
    organisations: entries(organisations),
    roles: entries(roles),
    nodes: inOrder(entries(nodes)),
    links: entries(links).map((link, i) => ({ ...link, id: `L${i + 1}` })),
  }
}

const relative = /^Y(\d+)(-\d{2}(?:-\d{2})?)?$/

const toDate = (text: string, planYear: number): string =>
  text.replace(
    relative,
    (_, years: string, rest: string | undefined) => `${planYear + Number(years)}${rest ?? ''}`,
  )

/** A value with its texts in one language and its months in the calendar, month names of capacity included. */
function settled(value: unknown, language: 'nl' | 'en', planYear: number): unknown {
  if (typeof value === 'string') return toDate(value, planYear)
  if (Array.isArray(value)) return value.map((part) => settled(part, language, planYear))
  if (!isPlainObject(value)) return value
  if ('nl' in value && 'en' in value) return settled(value[language], language, planYear)
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [toDate(key, planYear), settled(part, language, planYear)]),
  )
}

/** Siblings get their order keys in the order of the list. */
function inOrder(nodes: readonly JsonEntry[]): JsonEntry[] {
  const counts = new Map<unknown, number>()
  for (const { parent } of nodes) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  const keys = new Map([...counts].map(([parent, count]) => [parent, freshKeys(count).values()]))
  return nodes.map((node) => ({ ...node, order: keys.get(node.parent)?.next().value }))
}
