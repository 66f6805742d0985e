'use client'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { inputStyle, labelStyle } from './field-style.ts'

type Common = {
  readonly label: string
  /** One line under the label that helps filling it in. */
  readonly hint?: ReactNode
  /** What is wrong with the value; read out with the field. */
  readonly error?: string | undefined
  /** Keeps the label for screen readers only, where the place makes it plain. */
  readonly hideLabel?: boolean
}

type SingleLine = Common & { readonly lines?: 1 } & Omit<ComponentProps<'input'>, 'id'>
type SeveralLines = Common & { readonly lines: number } & Omit<ComponentProps<'textarea'>, 'id' | 'rows'>

/** A text field with its label, its hint and its error. `lines` above 1 makes it a text area. */
export function TextField({
  label,
  hint,
  error,
  hideLabel = false,
  className,
  lines,
  ...rest
}: SingleLine | SeveralLines) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ')
  const shared = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error !== undefined || undefined,
    className: inputStyle,
  }
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : labelStyle}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="-mt-1 text-ink-soft text-sm">
          {hint}
        </p>
      )}
      {lines === undefined || lines === 1 ? (
        <input {...(rest as ComponentProps<'input'>)} {...shared} />
      ) : (
        <textarea {...(rest as ComponentProps<'textarea'>)} {...shared} rows={lines} />
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
