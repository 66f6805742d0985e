'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '#components/ui/text-field.tsx'
import { limits } from '#lib/board/schema.ts'
import { ActionForm } from '../action-form.tsx'
import type { NewBoardActions } from './new-board-actions.ts'
import { useOpenBoard } from './use-open-board.ts'

/** A board with nothing on it but its first bubble. */
export function BlankForm({ create }: { readonly create: NewBoardActions['blank'] }) {
  const t = useTranslations('boards.create')
  const open = useOpenBoard()
  return (
    <>
      <p className="text-ink-soft">{t('blankText')}</p>
      <ActionForm
        action={(form) => create(String(form.get('title')))}
        onDone={open}
        submit={t('submit')}
        className="mt-6 max-w-xl"
      >
        <TextField label={t('name')} name="title" required maxLength={limits.title} />
      </ActionForm>
    </>
  )
}
