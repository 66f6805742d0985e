'use client'
import { Columns2, List, type LucideIcon, Network, PanelRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { Pane } from '#lib/commands/command.ts'
import { shownPane } from './open-board.ts'
import { useOpenBoard, useShell, useView } from './use-board.ts'

const panes: readonly { readonly pane: Pane; readonly icon: LucideIcon; readonly keys: string }[] = [
  { pane: 'list', icon: List, keys: 'L' },
  { pane: 'both', icon: Columns2, keys: 'S' },
  { pane: 'canvas', icon: Network, keys: 'T' },
]

/** Which views show, and whether the details do. A narrow screen leaves out "both". */
export function PaneSwitch() {
  const t = useTranslations('board.panes')
  const { shell, port } = useOpenBoard()
  const narrow = useShell((state) => state.narrow)
  const panelOpen = useShell((state) => state.panelOpen)
  const shown = shownPane(
    useView((view) => view.pane),
    narrow,
  )
  return (
    <div className="flex shrink-0 items-center gap-0.5 border-line border-l py-1 pl-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and meaning to a row of buttons. */}
      <div role="group" aria-label={t('label')} className="flex gap-0.5">
        {panes
          .filter(({ pane }) => !narrow || pane !== 'both')
          .map(({ pane, icon, keys }) => (
            <IconButton
              key={pane}
              size="small"
              icon={icon}
              label={t(pane)}
              keys={keys}
              aria-pressed={shown === pane}
              onClick={() => port.setPane(pane)}
            />
          ))}
      </div>
      <IconButton
        size="small"
        icon={PanelRight}
        label={t('panel')}
        aria-pressed={panelOpen}
        onClick={() => shell.setState({ panelOpen: !panelOpen })}
      />
    </div>
  )
}
