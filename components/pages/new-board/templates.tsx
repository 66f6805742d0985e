'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BoardPreview } from '../boards/board-preview.tsx'
import type { NewBoardActions, TemplateModel } from './new-board-actions.ts'
import { TemplateDialog } from './template-dialog.tsx'

type Props = {
  readonly templates: readonly TemplateModel[]
  readonly thisYear: number
  readonly create: NewBoardActions['fromTemplate']
}

/** The templates, each with the picture of the board it becomes. */
export function Templates({ templates, thisYear, create }: Props) {
  const t = useTranslations('boards.create')
  const [chosen, setChosen] = useState<TemplateModel | null>(null)
  return (
    <>
      <p className="text-ink-soft">{t('templateText')}</p>
      <ul className="mt-6 grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {templates.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              onClick={() => setChosen(template)}
              className="group block w-full rounded-panel text-left outline-offset-4"
            >
              <BoardPreview src={`/templates/${template.id}/preview`} />
              <span className="mt-3 block font-serif text-xl leading-snug decoration-1 underline-offset-4 group-hover:underline">
                {template.title}
              </span>
              <span className="mt-1 block text-ink-soft text-sm">{template.summary}</span>
              <span className="mt-1 block text-ink-faint text-sm">
                {t('size', { count: template.nodeCount })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <TemplateDialog template={chosen} onClose={() => setChosen(null)} thisYear={thisYear} create={create} />
    </>
  )
}
