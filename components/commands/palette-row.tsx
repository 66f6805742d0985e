'use client'
import { Circle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#components/ui/class-names.ts'
import { iconOf } from './icons.ts'
import type { PaletteEntry } from './search-entries.ts'
import { useCommandWords } from './use-command-words.ts'

type Props = {
  readonly id: string
  readonly entry: PaletteEntry
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** One line of the palette: a command with its keys, or a bubble with what stands above it. */
export function PaletteRow({ id, entry, active, onPoint, onChoose }: Props) {
  const t = useTranslations('commands')
  const words = useCommandWords()
  const Icon = entry.type === 'command' ? iconOf(entry.command.icon) : Circle
  const side = entry.type === 'command' ? words.keys(entry.command) : entry.above || t('palette.bubbles')
  const disabled = entry.type === 'command' && !entry.enabled
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and handles the keys of this listbox
    // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={disabled || undefined}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={classNames(
        'flex min-h-10 cursor-default items-center gap-3 rounded-control px-3 py-1.5',
        active && 'bg-leaf-soft',
        disabled && 'text-ink-faint',
      )}
    >
      {Icon ? (
        <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />
      ) : (
        <span className="w-[18px] shrink-0" />
      )}
      <span className="min-w-0 grow truncate">
        {entry.title.trim() === '' ? t('palette.untitled') : entry.title}
      </span>
      {side !== undefined && (
        <span className="max-w-[50%] shrink-0 truncate text-ink-faint text-sm">{side}</span>
      )}
    </div>
  )
}
