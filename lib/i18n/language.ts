/** The languages of the interface; the first is the one used when nothing else decides. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The cookie that keeps a person's choice of language. */
export const languageCookie = 'language'

/** The first language of an `Accept-Language` header that the interface speaks, by its weights; `nl` when there is none. */
export function languageFrom(header: string | null): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';')
    const weight = rest.map((item) => item.trim()).find((item) => item.startsWith('q='))
    return {
      language: tag.toLowerCase().split('-')[0],
      weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0,
    }
  })
  wishes.sort((a, b) => b.weight - a.weight)
  return (
    wishes
      .filter((wish) => wish.weight > 0)
      .map((wish) => wish.language)
      .find(isLanguage) ?? languages[0]
  )
}
