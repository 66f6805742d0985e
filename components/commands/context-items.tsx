'use client'
import { ContextMenu as Base } from '@base-ui/react/context-menu'
import { Check, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import { itemStyle, MenuItem, MenuSeparator, popupStyle } from '#components/ui/menu.tsx'
import { linkKinds } from '#lib/board/schema.ts'
import { kindChoices, statusChoices } from '#lib/commands/choices.ts'
import { type Command, commandGroups, type Ui } from '#lib/commands/command.ts'
import { commands } from '#lib/commands/index.ts'
import { isAvailable } from '#lib/commands/run.ts'
import type { MenuCall } from './context-menu.tsx'
import { iconOf } from './icons.ts'
import { useCommandWords } from './use-command-words.ts'
import { useUi } from './use-ui.ts'

type Props = { readonly session: BoardSession; readonly onCall: (call: MenuCall) => void }

/** The commands of the registry for what is selected, with a list of kinds and one of statuses to choose from. */
export function ContextItems({ session, onCall }: Props) {
  const ui = useUi(session)
  const isLink = ui.selectedLink !== null && ui.selected.length === 0
  const menu = isLink ? 'link' : 'context'
  const rows = commandGroups
    .map((group) => commands.filter((command) => command.group === group && command.menus.includes(menu)))
    .map((row) =>
      row.filter((command) => isChoice(command) || isAvailable(command.id, ui) || ui.selected.length > 0),
    )
    .filter((row) => row.length > 0)
  return rows.map((row, at) => (
    <Fragment key={row[0]?.group}>
      {at > 0 && <MenuSeparator />}
      {row.map((command) =>
        isChoice(command) ? (
          <Choice key={command.id} command={command} ui={ui} onCall={onCall} />
        ) : (
          <Item key={command.id} command={command} ui={ui} onCall={onCall} />
        ),
      )}
    </Fragment>
  ))
}

const choices: ReadonlySet<string> = new Set(['node.set-kind', 'node.set-status', 'link.set-kind'])
const isChoice = ({ id }: Command): boolean => choices.has(id)

type RowProps = { readonly command: Command; readonly ui: Ui; readonly onCall: (call: MenuCall) => void }

function Item({ command, ui, onCall }: RowProps) {
  const words = useCommandWords()
  const icon = iconOf(command.icon)
  return (
    <MenuItem
      {...(icon && { icon })}
      keys={words.keys(command)}
      disabled={!isAvailable(command.id, ui)}
      tone={command.id.endsWith('.remove') ? 'danger' : 'plain'}
      onSelect={() => onCall({ id: command.id })}
    >
      {words.title(command)}
    </MenuItem>
  )
}

/** A command that needs a choice, as a list beside the menu; the present value carries a mark. */
function Choice({ command, ui, onCall }: RowProps) {
  const words = useCommandWords()
  const options = useOptions(command.id, ui)
  const Icon = iconOf(command.icon)
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger disabled={!ui.mayEdit || options.length === 0} className={itemStyle}>
        {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />}
        <span className="grow">{words.title(command)}</span>
        <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-faint" />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="z-50" alignOffset={-4}>
          <Base.Popup className={popupStyle}>
            {options.map(({ key, label, isNow, args }) => (
              <Base.Item key={key} className={itemStyle} onClick={() => onCall({ id: command.id, args })}>
                <span className="w-[18px] shrink-0">
                  {isNow && <Check aria-hidden size={18} strokeWidth={1.75} />}
                </span>
                {label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  )
}

type Option = {
  readonly key: string
  readonly label: string
  readonly isNow: boolean
  readonly args: unknown
}

function useOptions(id: string, { tree, selected, selectedLink }: Ui): readonly Option[] {
  const t = useTranslations('kinds')
  const ids = selected.filter((node) => tree.nodes.has(node))
  if (id === 'link.set-kind') {
    const link = tree.links.get(selectedLink ?? '')
    if (!link) return []
    return linkKinds.map((kind) => ({
      key: kind,
      label: t(`link.${kind}`),
      isNow: link.kind === kind,
      args: { id: link.id, kind },
    }))
  }
  if (ids.length === 0) return []
  const all = (is: (node: string) => boolean) => ids.every(is)
  if (id === 'node.set-kind') {
    return kindChoices(tree, ids).map((kind) => ({
      key: kind,
      label: t(`node.${kind}`),
      isNow: all((node) => tree.nodes.get(node)?.kind === kind),
      args: { ids, kind },
    }))
  }
  return statusChoices.map((status) => ({
    key: status ?? 'none',
    label: t(`status.${status ?? 'none'}`),
    isNow: all((node) => tree.nodes.get(node)?.status === status),
    args: { ids, status },
  }))
}
