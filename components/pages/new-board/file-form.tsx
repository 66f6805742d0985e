'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { inputStyle, labelStyle } from '#components/ui/field-style.ts'
import { problem } from '#lib/result.ts'
import { ActionForm } from '../action-form.tsx'
import type { NewBoardActions } from './new-board-actions.ts'

type Props = {
  /** In megabytes. */
  readonly limit: number
  readonly create: NewBoardActions['fromFile']
}

/** Opens a board that was saved as board JSON. A file that is too large is refused before it travels. */
export function FileForm({ limit, create }: Props) {
  const t = useTranslations('boards.create')
  const id = useId()
  const send = async (form: FormData) => {
    const file = form.get('file')
    return file instanceof File && file.size > limit * 1_000_000
      ? problem('file.too-large', { limit: `${limit} MB` })
      : create(form)
  }
  return (
    <>
      <p className="text-ink-soft">{t('fileText')}</p>
      <ActionForm action={send} submit={t('fileSubmit')} className="mt-6 max-w-xl">
        <div className="flex flex-col gap-1.5">
          <label htmlFor={id} className={labelStyle}>
            {t('fileField')}
          </label>
          <p id={`${id}-hint`} className="-mt-1 text-ink-soft text-sm">
            {t('fileHint', { size: limit })}
          </p>
          <input
            id={id}
            aria-describedby={`${id}-hint`}
            name="file"
            type="file"
            accept=".json,application/json"
            required
            className={`${inputStyle} file:mr-4 file:rounded-control file:border-0 file:bg-leaf-soft file:px-3 file:py-1 file:font-semibold file:text-ink`}
          />
        </div>
      </ActionForm>
    </>
  )
}
