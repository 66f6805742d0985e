'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { type Command, type CommandGroup, commandGroups } from '#lib/commands/command.ts'
import { commands } from '#lib/commands/index.ts'
import { useCommandWords } from './use-command-words.ts'

type Props = { readonly open: boolean; readonly onClose: () => void }

/** All shortcuts by group, made from the same table that the keys are looked up in. */
export function ShortcutSheet({ open, onClose }: Props) {
  const t = useTranslations('commands.sheet')
  const text = useRef<HTMLDivElement>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('title')}
      description={t('hint')}
      width="wide"
      initialFocus={text}
    >
      <div ref={text} tabIndex={-1} className="gap-x-12 outline-none sm:columns-2 lg:columns-3">
        {commandGroups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ group }: { readonly group: CommandGroup }) {
  const t = useTranslations('commands.groups')
  const keyed = commands.filter(
    (command) => command.group === group && command.keys.length > 0 && !isLaterLevel(command),
  )
  if (keyed.length === 0) return null
  return (
    <section className="mb-6 break-inside-avoid">
      <h3 className="mb-1.5 font-semibold text-ink-soft text-sm">{t(group)}</h3>
      <dl>
        {keyed.map((command) => (
          <Row key={command.id} command={command} />
        ))}
      </dl>
    </section>
  )
}

/** The nine levels share one line. */
const isLaterLevel = ({ id }: Command): boolean => /^view\.level-[2-9]$/.test(id)

function Row({ command }: { readonly command: Command }) {
  const t = useTranslations('commands.sheet')
  const words = useCommandWords()
  const isLevel = command.id === 'view.level-1'
  const keys = isLevel ? [`${words.keys(command)} … 9`] : words.allKeys(command)
  return (
    <div className="flex items-baseline justify-between gap-4 border-line border-t py-1.5">
      <dt>{isLevel ? t('levels') : words.title(command)}</dt>
      <dd className="flex shrink-0 gap-1.5">
        {keys.map((one) => (
          <kbd
            key={one}
            className="rounded-control border border-line bg-paper px-1.5 font-sans text-ink-soft text-sm"
          >
            {one}
          </kbd>
        ))}
      </dd>
    </div>
  )
}
