'use client'
import { Toolbar as Base } from '@base-ui/react/toolbar'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import { buttonStyle } from '#components/ui/button-style.ts'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { type Command, commandGroups, type Ui, type ViewPort } from '#lib/commands/command.ts'
import { commands } from '#lib/commands/index.ts'
import { callCommand, isAvailable } from '#lib/commands/run.ts'
import { iconOf } from './icons.ts'
import { useCommandWords } from './use-command-words.ts'
import { useUi } from './use-ui.ts'

type Props = { readonly session: BoardSession; readonly port: ViewPort }

const rows = commandGroups
  .map((group) => commands.filter((command) => command.group === group && command.menus.includes('toolbar')))
  .filter((row) => row.length > 0)

/** The commands of the registry that belong within reach, greyed out when they have no meaning; arrows walk between them. */
export function Toolbar({ session, port }: Props) {
  const t = useTranslations('commands')
  const ui = useUi(session)
  const call = (command: Command) => callCommand(command.id, { ui: session.ui, run: session.run, port })
  return (
    <Base.Root aria-label={t('toolbar')} className="flex w-max items-center gap-0.5 py-1">
      {rows.map((row, at) => (
        <Fragment key={row[0]?.group}>
          {at > 0 && <Base.Separator className="mx-1.5 h-5 w-px bg-line" />}
          {row.map((command) => (
            <ToolbarButton key={command.id} command={command} ui={ui} onCall={() => call(command)} />
          ))}
        </Fragment>
      ))}
    </Base.Root>
  )
}

type ButtonProps = { readonly command: Command; readonly ui: Ui; readonly onCall: () => void }

function ToolbarButton({ command, ui, onCall }: ButtonProps) {
  const words = useCommandWords()
  const Icon = iconOf(command.icon)
  return (
    <Tooltip label={words.title(command)} keys={words.keys(command)}>
      <Base.Button
        aria-label={words.title(command)}
        disabled={!isAvailable(command.id, ui)}
        // A click must not take the keyboard away from the board.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onCall}
        className={buttonStyle('quiet', 'small', 'size-9 shrink-0 px-0')}
      >
        {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} />}
      </Base.Button>
    </Tooltip>
  )
}
