'use client'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The look of a list that opens over the page; shared with the select and with context menus. */
export const popupStyle =
  'z-50 min-w-48 max-w-80 rounded-panel border border-line bg-paper-raised p-1 text-ink shadow-lift outline-none max-h-(--available-height) overflow-y-auto ' +
  'transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0'

/** The look of one row in such a list. */
export const itemStyle =
  'flex min-h-9 w-full cursor-default items-center gap-3 rounded-control px-2.5 py-1.5 text-left no-underline outline-none select-none data-highlighted:bg-leaf-soft data-disabled:opacity-50'

type MenuProps = {
  /** The button that opens the menu. */
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
}

/** A menu under a button: arrows walk, letters jump, Escape closes. */
export function Menu({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50">
          <Base.Popup className={popupStyle}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type ItemProps = {
  readonly icon?: LucideIcon
  readonly children: ReactNode
  readonly onSelect: () => void
  readonly keys?: string | undefined
  readonly disabled?: boolean
  readonly tone?: 'plain' | 'danger'
}

/** One thing to do. */
export function MenuItem({
  icon: Icon,
  children,
  onSelect,
  keys,
  disabled = false,
  tone = 'plain',
}: ItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      className={classNames(itemStyle, tone === 'danger' && 'text-danger')}
    >
      {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />}
      <span className="grow">{children}</span>
      {keys !== undefined && <kbd className="font-sans text-ink-faint text-sm">{keys}</kbd>}
    </Base.Item>
  )
}

/** A place to go to; `render` is the link. */
export function MenuLink({
  icon: Icon,
  children,
  render,
}: {
  readonly icon?: LucideIcon
  readonly children: ReactNode
  readonly render: ReactElement
}) {
  return (
    <Base.LinkItem render={render} className={itemStyle}>
      {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />}
      <span className="grow">{children}</span>
    </Base.LinkItem>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** A choice of one inside a menu, under its own head. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-ink-faint text-sm">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemStyle}>
            <span className="flex w-[18px] shrink-0">
              <Base.RadioItemIndicator>
                <Check aria-hidden size={18} strokeWidth={1.75} />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />
}
