'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { ExportActions } from './export-actions.tsx'
import { type ExportChoice, keepChoice, readChoice } from './export-choice.ts'
import { ExportForm } from './export-form.tsx'
import { ExportPreview } from './export-preview.tsx'
import { useSession, useTree } from './use-board.ts'
import { useExportFile } from './use-export-file.ts'

/** Takes the board or a branch home as a file, with a live preview; opens with what was chosen last time. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('board.export')
  const session = useSession()
  const tree = useTree()
  const [choice, setChoice] = useState(() => readChoice(window.localStorage))
  const [branch] = useState(() => session.view.getState().selected.at(-1) ?? null)
  useEffect(() => keepChoice(window.localStorage, choice), [choice])
  const node = choice.part === 'branch' && branch !== null && tree.nodes.has(branch) ? branch : null
  const file = useExportFile(choice, node)
  const change = (part: Partial<ExportChoice>) => setChoice((now) => ({ ...now, ...part }))
  const isEmpty = tree.nodes.size === 0
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      width="wide"
      actions={isEmpty ? undefined : <ExportActions choice={choice} node={node} file={file} />}
    >
      {isEmpty ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <div className="grid gap-6 sm:grid-cols-[17rem_minmax(0,1fr)]">
          <ExportForm
            choice={choice}
            branch={tree.nodes.get(branch ?? '') ?? null}
            file={file}
            onChange={change}
          />
          <ExportPreview file={file} />
        </div>
      )}
    </Dialog>
  )
}
