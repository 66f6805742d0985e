'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useOpenBoard, useTreeValue, useView } from '#components/board/use-board.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { LinkPanel } from './link-panel.tsx'
import { NodePanel } from './node-panel.tsx'

/** The details of what is selected: beside the board, or over its foot on a narrow screen. Escape gives the focus back to the board. */
export function SidePanel() {
  const t = useTranslations('board.panel')
  const { shell, focusBoard } = useOpenBoard()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    focusBoard()
  }
  const close = () => {
    shell.setState({ panelOpen: false })
    focusBoard()
  }
  return (
    <aside
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-col border-line bg-paper max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:max-h-[65%] max-md:rounded-t-sheet max-md:border-t max-md:bg-paper-raised max-md:shadow-lift md:w-88 md:shrink-0 md:border-l"
    >
      <header className="flex items-center justify-between pt-2 pr-2 pl-5">
        <h2 className="text-ink-faint text-sm">{t('label')}</h2>
        <IconButton icon={X} label={t('close')} size="small" onClick={close} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-6">
        <Selected />
      </div>
    </aside>
  )
}

function Selected() {
  const t = useTranslations('board.panel')
  const selected = useView((view) => view.selected)
  const link = useView((view) => view.selectedLink)
  const linkThere = useTreeValue((tree) => link !== null && tree.links.has(link))
  const last = selected[selected.length - 1]
  const nodeThere = useTreeValue((tree) => last !== undefined && tree.nodes.has(last))
  if (link !== null && linkThere) return <LinkPanel key={link} id={link} />
  if (selected.length > 1) return <p className="text-ink-soft">{t('many', { count: selected.length })}</p>
  if (last !== undefined && nodeThere) return <NodePanel key={last} id={last} />
  return <p className="text-ink-soft">{t('nothing')}</p>
}
