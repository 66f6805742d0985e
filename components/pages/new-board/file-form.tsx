'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { inputStyle, labelStyle } from '#components/ui/field-style.ts'
import type { ImportNote } from '#lib/import/messages.ts'
import { problem, type Result } from '#lib/result.ts'
import { ActionForm } from '../action-form.tsx'
import { ImportNotes } from '../import-notes.tsx'
import { useOpenBoard } from './use-open-board.ts'

type Made = { readonly id: string; readonly notes: readonly ImportNote[] }

/** Opens a board that was saved as board JSON; `limit` is the largest size in megabytes. A larger file is refused before it travels. */
export function FileForm({ limit }: { readonly limit: number }) {
  const t = useTranslations('boards.create')
  const open = useOpenBoard()
  const id = useId()
  const [repaired, setRepaired] = useState<Made | null>(null)
  const send = async (form: FormData): Promise<Result<Made>> => {
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
  if (repaired) return <Repaired {...repaired} />
  return (
    <>
      <p className="text-ink-soft">{t('fileText')}</p>
      <ActionForm
        action={send}
        onDone={(made) => (made.notes.length === 0 ? open(made) : setRepaired(made))}
        submit={t('fileSubmit')}
        className="mt-6 max-w-xl"
      >
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

/** The board is there, but it is not wholly what was in the file: that is to be read before it is opened. */
function Repaired({ id, notes }: Made) {
  const t = useTranslations('boards.create')
  return (
    <div role="status" className="flex max-w-xl flex-col gap-5">
      <p className="text-lg">{t('fileRead')}</p>
      <ImportNotes notes={notes} />
      <ButtonLink href={`/boards/${id}`} tone="primary">
        {t('fileOpen')}
      </ButtonLink>
    </div>
  )
}
