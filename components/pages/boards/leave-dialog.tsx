'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { useAction } from '../use-action.ts'
import type { BoardActions } from './board-actions.ts'

type Props = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly boardId: string
  readonly title: string
  readonly leave: BoardActions['leave']
}

/** Asks before leaving: only an owner can undo it. */
export function LeaveDialog({ open, onOpenChange, boardId, title, leave }: Props) {
  const t = useTranslations('boards')
  const cancel = useTranslations('app')('cancel')
  const toast = useToast()
  const { busy, run } = useAction()
  const left = () => {
    onOpenChange(false)
    toast(t('done.left', { title }))
  }
  const actions = (
    <>
      <Button onClick={() => onOpenChange(false)}>{cancel}</Button>
      <Button tone="danger" busy={busy} onClick={() => run(() => leave(boardId), left)}>
        {t('leave')}
      </Button>
    </>
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('leaveTitle', { title })}
      width="narrow"
      actions={actions}
    >
      <p>{t('leaveText')}</p>
    </Dialog>
  )
}
