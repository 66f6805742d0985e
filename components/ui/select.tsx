'use client'
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import { inputStyle, labelStyle } from './field-style.ts'
import { itemStyle, popupStyle } from './menu.tsx'

type Props<T extends string> = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly name?: string
  readonly disabled?: boolean
  readonly className?: string
}

/** A choice of one from a short list. */
export function Select<T extends string>({
  label,
  hideLabel = false,
  value,
  onChange,
  options,
  name,
  disabled = false,
  className,
}: Props<T>) {
  const id = useId()
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
      {...(name === undefined ? {} : { name })}
    >
      <div className={classNames('flex flex-col gap-1.5', className)}>
        <Base.Label className={hideLabel ? 'sr-only' : labelStyle}>
          <span id={id}>{label}</span>
        </Base.Label>
        <Base.Trigger
          // Named from the first paint on; the library itself names it only once the page runs.
          aria-labelledby={id}
          className={classNames(
            inputStyle,
            'flex items-center justify-between gap-2 text-left data-disabled:opacity-55',
          )}
        >
          <Base.Value className="truncate" />
          <Base.Icon>
            <ChevronDown aria-hidden size={18} strokeWidth={1.75} />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} align="start" className="z-50">
          <Base.Popup className={classNames(popupStyle, 'min-w-(--anchor-width)')}>
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className={itemStyle}>
                  <span className="flex w-[18px] shrink-0">
                    <Base.ItemIndicator>
                      <Check aria-hidden size={18} strokeWidth={1.75} />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
