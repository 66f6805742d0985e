'use client'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Tabs } from '#components/ui/tabs.tsx'
import { BlankForm } from './blank-form.tsx'
import { FileForm } from './file-form.tsx'
import type { NewBoardActions, TemplateModel } from './new-board-actions.ts'
import { QuestionsForm } from './questions-form.tsx'
import { Templates } from './templates.tsx'

const ways = ['template', 'questions', 'blank', 'file'] as const
type Way = (typeof ways)[number]

type Props = {
  readonly templates: readonly TemplateModel[]
  readonly thisYear: number
  /** Megabytes a board file may have. */
  readonly fileLimit: number
  readonly actions: NewBoardActions
}

/** Four ways to begin; only a name is ever needed. */
export function NewBoardPage({ templates, thisYear, fileLimit, actions }: Props) {
  const t = useTranslations('boards.create')
  const [way, setWay] = useState<Way>('template')
  const panels = {
    template: <Templates templates={templates} thisYear={thisYear} create={actions.fromTemplate} />,
    questions: <QuestionsForm create={actions.fromQuestions} />,
    blank: <BlankForm create={actions.blank} />,
    file: <FileForm limit={fileLimit} />,
  }
  return (
    <>
      <Link href="/boards" className="inline-flex min-h-6 items-center gap-1.5 text-ink-soft hover:text-ink">
        <ArrowLeft aria-hidden size={16} />
        {t('back')}
      </Link>
      <h1 className="mt-4 text-4xl">{t('title')}</h1>
      <p className="mt-2 mb-6 text-ink-soft text-lg">{t('text')}</p>
      <Tabs
        label={t('ways')}
        value={way}
        onChange={setWay}
        tabs={ways.map((value) => ({ value, label: t(value), panel: panels[value] }))}
      />
    </>
  )
}
