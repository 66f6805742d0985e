'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { limits } from '#lib/board/schema.ts'
import { ActionForm } from '../action-form.tsx'
import { BoardPreview } from '../boards/board-preview.tsx'
import type { NewBoardActions, TemplateModel } from './new-board-actions.ts'
import { useOpenBoard } from './use-open-board.ts'

type Props = {
  /** The chosen template, or null while the dialog is closed. */
  readonly template: TemplateModel | null
  readonly onClose: () => void
  readonly thisYear: number
  readonly create: NewBoardActions['fromTemplate']
}

/** Asks for a name and the year of the plan, and makes the board. */
export function TemplateDialog({ template, onClose, thisYear, create }: Props) {
  const t = useTranslations('boards.create')
  const open = useOpenBoard()
  const [planYear, setPlanYear] = useState(String(thisYear))
  const years = [-1, 0, 1, 2, 3, 4].map((step) => String(thisYear + step))
  return (
    <Dialog
      open={template !== null}
      onOpenChange={(open) => !open && onClose()}
      title={template?.title ?? ''}
      description={template?.summary}
    >
      {template && (
        <>
          <BoardPreview src={`/templates/${template.id}/preview`} />
          <ActionForm
            action={(form) => create(template.id, String(form.get('title')), Number(planYear))}
            onDone={open}
            submit={t('submit')}
            className="mt-6"
          >
            <div className="grid items-start gap-5 sm:grid-cols-[1fr_9rem]">
              <TextField
                label={t('name')}
                name="title"
                defaultValue={template.title}
                required
                maxLength={limits.title}
              />
              <Select
                label={t('planYear')}
                value={planYear}
                onChange={setPlanYear}
                options={years.map((year) => ({ value: year, label: year }))}
              />
            </div>
            <p className="-mt-2 text-ink-soft text-sm">{t('planYearHint')}</p>
          </ActionForm>
        </>
      )}
    </Dialog>
  )
}
