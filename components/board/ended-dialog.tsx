'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { CopyOut } from './copy-out.tsx'
import { useOpenBoard } from './use-board.ts'

/** The server refused a change: what was refused can be taken along before the board is loaded again. */
export function RefusedDialog() {
  const t = useTranslations('board.refused')
  const { unsaved } = useOpenBoard()
  const reload = () => {
    unsaved.abandon()
    window.location.reload()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && reload()}
      title={t('title')}
      description={t('body')}
      actions={
        <Button tone="primary" onClick={reload}>
          {t('reload')}
        </Button>
      }
    >
      <CopyOut />
    </Dialog>
  )
}

/** The board was deleted or access was taken away: says so and shows the way out, with what was not stored. */
export function GoneDialog() {
  const t = useTranslations('board.gone')
  const { unsaved } = useOpenBoard()
  const leave = () => {
    unsaved.abandon()
    window.location.assign('/boards')
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && leave()}
      title={t('title')}
      description={t('body')}
      width="narrow"
      actions={
        <Button tone="primary" onClick={leave}>
          {t('back')}
        </Button>
      }
    >
      {unsaved.ids().length > 0 && (
        <div className="flex flex-col gap-3">
          <p>{t('unsaved')}</p>
          <CopyOut />
        </div>
      )}
    </Dialog>
  )
}
