'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { inputStyle, labelStyle } from '#components/ui/field-style.ts'
import { problem, type Result } from '#lib/result.ts'
import { ActionForm } from '../action-form.tsx'
import { useOpenBoard } from './use-open-board.ts'

/** Opens a board that was saved as board JSON; `limit` is the largest size in megabytes. A larger file is refused before it travels. */
export function FileForm({ limit }: { readonly limit: number }) {
  const t = useTranslations('boards.create')
  const open = useOpenBoard()
  const id = useId()
  const send = async (form: FormData): Promise<Result<{ id: string }>> => {
    const file = form.get('file')
    if (!(file instanceof File)) return problem('file.broken')
    const megabytes = Math.ceil(file.size / 1024 / 1024)
    if (megabytes > limit) return problem('file.too-large', { megabytes, limit })
    const answer = await fetch('/boards/new/file', {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/json' },
    })
    return answer.json()
  }
  return (
    <>
      <p className="text-ink-soft">{t('fileText')}</p>
      <ActionForm action={send} onDone={open} submit={t('fileSubmit')} className="mt-6 max-w-xl">
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
