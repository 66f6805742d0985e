'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLeaveGuard } from './use-leave-guard.ts'

/** Asks before a link leaves a board that is not stored yet. */
export function LeaveDialog() {
  const t = useTranslations('board.leave')
  const { waiting, stay, leave } = useLeaveGuard()
  return (
    <Dialog
      open={waiting !== null}
      onOpenChange={(open) => !open && stay()}
      title={t('title')}
      width="narrow"
      actions={
        <>
          <Button tone="danger" onClick={leave}>
            {t('leave')}
          </Button>
          <Button tone="primary" onClick={stay}>
            {t('stay')}
          </Button>
        </>
      }
    >
      <p>{t('body')}</p>
    </Dialog>
  )
}
