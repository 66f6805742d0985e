'use client'
import { Switch as Base } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'

type Props = {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** Something that is on or off at once. */
export function Switch({ label, hint, checked, onChange, disabled = false }: Props) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-6">
      <div>
        <span id={`${id}-label`} className="font-semibold">
          {label}
        </span>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative mt-0.5 h-7 w-12 shrink-0 rounded-full border border-line-strong bg-paper-sunken transition-colors data-checked:border-leaf data-checked:bg-leaf"
      >
        <Base.Thumb className="block size-5 translate-x-[3px] rounded-full bg-line-strong transition-transform data-checked:translate-x-[23px] data-checked:bg-on-leaf" />
      </Base.Root>
    </div>
  )
}
