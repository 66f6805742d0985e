import type { Result } from '#lib/result.ts'
import type { Answers } from '#lib/templates/four-questions.ts'

/** A template in words, in the language of the page. */
export type TemplateModel = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly nodeCount: number
}

/** Ways to make a board. Each leads on to the new board when it succeeds. */
export type NewBoardActions = {
  readonly fromTemplate: (templateId: string, title: string, planYear: number) => Promise<Result>
  readonly fromQuestions: (title: string, answers: Answers) => Promise<Result>
  readonly blank: (title: string) => Promise<Result>
}
