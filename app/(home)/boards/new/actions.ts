'use server'
import type { Result } from '#lib/result.ts'
import type { Answers } from '#lib/templates/four-questions.ts'
import { boardFromQuestions, boardFromTemplate } from '#server/pages/new-board.ts'
import { asPerson } from '#server/pages/person.ts'

type Made = Promise<Result<{ id: string }>>

export async function fromTemplate(templateId: string, title: string, planYear: number): Made {
  return asPerson((person) => boardFromTemplate(person, String(templateId), String(title), Number(planYear)))
}

export async function fromQuestions(title: string, answers: Answers): Made {
  const text = (name: keyof Answers) => String(answers?.[name] ?? '')
  const given = {
    problem: text('problem'),
    reach: text('reach'),
    efforts: text('efforts'),
    carrier: text('carrier'),
    mandate: text('mandate'),
  }
  return asPerson((person) => boardFromQuestions(person, String(title), given))
}

export async function blank(title: string): Made {
  return asPerson((person) =>
    boardFromQuestions(person, String(title), {
      problem: '',
      reach: '',
      efforts: '',
      carrier: '',
      mandate: '',
    }),
  )
}
