'use client'
import { useTranslations } from 'next-intl'
import type { BoardSession } from '#components/board/session.ts'
import { useTitleEditor } from '#components/board/use-title-editor.ts'
import type { BoardNode } from '#lib/board/tree.ts'

type Props = {
  readonly session: BoardSession
  readonly node: BoardNode
  readonly typed: string | undefined
  /** Called when the edit is over, to give the keyboard back to the list. */
  readonly onEdited: () => void
}

/** The title of a row being typed; grows over the rows below it when it has several lines. */
export function TitleInput({ session, node, typed, onEdited }: Props) {
  const t = useTranslations('list')
  const { ref, ...editor } = useTitleEditor(session, node.id, {
    typed,
    onDone() {
      if (session.view.getState().editing?.id === node.id) session.view.setState({ editing: null })
      onEdited()
    },
  })
  return (
    <span className="relative z-10 h-8 min-w-0 grow">
      <textarea
        ref={ref}
        {...editor}
        rows={1}
        aria-label={t('edit', { title: node.title.trim() === '' ? t('untitled') : node.title })}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        className="absolute inset-x-0 top-0 min-h-8 select-text resize-none overflow-hidden rounded-control border border-leaf bg-paper-raised px-2 py-0.5 leading-7 outline-none [field-sizing:content]"
      />
    </span>
  )
}
