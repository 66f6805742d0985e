'use server'
import { redirect } from 'next/navigation'
import type { Result } from '#lib/result.ts'
import type { Answers } from '#lib/templates/four-questions.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { boardFromQuestions, boardFromTemplate } from '#server/pages/new-board.ts'
import { asPerson } from '#server/pages/person.ts'

export async function fromTemplate(templateId: string, title: string, planYear: number): Promise<Result> {
  return open((person) => boardFromTemplate(person, String(templateId), String(title), Number(planYear)))
}

export async function fromQuestions(title: string, answers: Answers): Promise<Result> {
  const text = (name: keyof Answers) => String(answers?.[name] ?? '')
  const given = {
    problem: text('problem'),
    reach: text('reach'),
    efforts: text('efforts'),
    carrier: text('carrier'),
    mandate: text('mandate'),
  }
  return open((person) => boardFromQuestions(person, String(title), given))
}

export async function blank(title: string): Promise<Result> {
  return open((person) =>
    boardFromQuestions(person, String(title), {
      problem: '',
      reach: '',
      efforts: '',
      carrier: '',
      mandate: '',
    }),
  )
}

/** Makes a board and goes there. */
async function open(make: (person: RequestUser) => Promise<Result<{ id: string }>>): Promise<Result> {
  const made = await asPerson(make)
  return made.ok ? redirect(`/boards/${made.value.id}`) : made
}
