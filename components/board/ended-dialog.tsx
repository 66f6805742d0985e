'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { CopyOut } from './copy-out.tsx'
import { useOpenBoard } from './use-board.ts'

/**
 * The server ended the line for good: it refused a change, or this page and the server no longer speak of the same board.
 * What was not stored can be taken along before the board is loaded again.
 */
export function EndedDialog() {
  const refused = useTranslations('board.refused')
  const reload = useTranslations('board.reload')
  const { connection, unsaved } = useOpenBoard()
  const code = connection.ending()?.code
  const isRefusal = code === closeCodes.refused
  const load = () => {
    unsaved.abandon()
    window.location.reload()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && load()}
      title={isRefusal ? refused('title') : reload('title')}
      description={isRefusal ? refused('body') : reload(code === closeCodes.tooLarge ? 'tooLarge' : 'body')}
      width="narrow"
      actions={
        <Button tone="primary" onClick={load}>
          {isRefusal ? refused('reload') : reload('button')}
        </Button>
      }
    >
      <UnsavedTexts />
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
      <UnsavedTexts />
    </Dialog>
  )
}

function UnsavedTexts() {
  const t = useTranslations('board.gone')
  const { unsaved } = useOpenBoard()
  if (unsaved.ids().length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <p>{t('unsaved')}</p>
      <CopyOut />
    </div>
  )
}
