'use client'
import { useTranslations } from 'next-intl'
import { ListView } from '#components/views/list/list-view.tsx'
import { TreeView } from '#components/views/tree/tree-view.tsx'
import { shownPane } from './open-board.ts'
import { Splitter } from './splitter.tsx'
import { useOpenBoard, useShell, useView } from './use-board.ts'

/** The views of the board: list, tree, or both with a bar between them that can be moved. */
export function Panes() {
  const t = useTranslations('board.panes')
  const { session, shell, canvas } = useOpenBoard()
  const narrow = useShell((state) => state.narrow)
  const split = useShell((state) => state.split)
  const shown = shownPane(
    useView((view) => view.pane),
    narrow,
  )
  return (
    <div className="flex h-full min-w-0">
      {shown !== 'canvas' && (
        <section
          aria-label={t('list')}
          data-place="list"
          className="min-w-0 shrink-0"
          style={{ width: shown === 'both' ? `${split * 100}%` : '100%' }}
        >
          <ListView session={session} />
        </section>
      )}
      {shown === 'both' && <Splitter share={split} onChange={(share) => shell.setState({ split: share })} />}
      {shown !== 'list' && (
        <section aria-label={t('canvas')} data-place="canvas" className="relative min-w-0 flex-1">
          <TreeView session={session} handle={canvas} />
        </section>
      )}
    </div>
  )
}
