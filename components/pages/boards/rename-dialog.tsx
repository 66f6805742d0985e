'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { limits } from '#lib/board/schema.ts'
import { ActionForm } from '../action-form.tsx'
import type { BoardActions } from './board-actions.ts'

type Props = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly boardId: string
  readonly title: string
  readonly rename: BoardActions['rename']
}

/** Asks for another name of a board. */
export function RenameDialog({ open, onOpenChange, boardId, title, rename }: Props) {
  const t = useTranslations('boards')
  const save = useTranslations('app')('save')
  const toast = useToast()
  const renamed = () => {
    onOpenChange(false)
    toast(t('done.renamed'))
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('renameTitle')} width="narrow">
      <ActionForm
        action={(form) => rename(boardId, String(form.get('title')))}
        onDone={renamed}
        submit={save}
      >
        <TextField
          label={t('renameField')}
          name="title"
          defaultValue={title}
          required
          maxLength={limits.title}
        />
      </ActionForm>
    </Dialog>
  )
}
