'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '#components/ui/text-field.tsx'
import { limits } from '#lib/board/schema.ts'
import { ActionForm } from '../action-form.tsx'
import type { NewBoardActions } from './new-board-actions.ts'
import { useOpenBoard } from './use-open-board.ts'

/** A first tree from four answers: which problem and for whom, what to reach, what to do, who carries it with which mandate. */
export function QuestionsForm({ create }: { readonly create: NewBoardActions['fromQuestions'] }) {
  const t = useTranslations('boards.create')
  const open = useOpenBoard()
  const answer = (form: FormData, name: string) => String(form.get(name) ?? '')
  const send = (form: FormData) =>
    create(answer(form, 'title'), {
      problem: answer(form, 'problem'),
      reach: answer(form, 'reach'),
      efforts: answer(form, 'efforts'),
      carrier: answer(form, 'carrier'),
      mandate: answer(form, 'mandate'),
    })
  return (
    <>
      <p className="text-ink-soft">{t('questionsText')}</p>
      <ActionForm action={send} onDone={open} submit={t('submit')} className="mt-6 max-w-xl gap-7">
        <TextField label={t('name')} name="title" required maxLength={limits.title} />
        <TextField
          label={t('q1')}
          hint={t('q1Hint')}
          name="problem"
          lines={2}
          maxLength={limits.description}
        />
        <TextField label={t('q2')} hint={t('q2Hint')} name="reach" lines={3} maxLength={limits.description} />
        <TextField
          label={t('q3')}
          hint={t('q3Hint')}
          name="efforts"
          lines={3}
          maxLength={limits.description}
        />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <TextField label={t('q4')} hint={t('q4Hint')} name="carrier" maxLength={limits.title} />
          <TextField label={t('q5')} hint={t('q5Hint')} name="mandate" maxLength={limits.description} />
        </div>
      </ActionForm>
    </>
  )
}
