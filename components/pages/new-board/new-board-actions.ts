import type { Result } from '#lib/result.ts'
import type { Answers } from '#lib/templates/four-questions.ts'

/** A template in words, in the language of the page. */
export type TemplateModel = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly nodeCount: number
}

type Made = Promise<Result<{ readonly id: string }>>

/** Ways to make a board; each answers the id of the new one. */
export type NewBoardActions = {
  readonly fromTemplate: (templateId: string, title: string, planYear: number) => Made
  readonly fromQuestions: (title: string, answers: Answers) => Made
  readonly blank: (title: string) => Made
}
