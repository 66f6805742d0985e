import { Button as Base } from '@base-ui/react/button'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.ts'

export type ButtonProps = Omit<ComponentProps<typeof Base>, 'className'> & {
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  readonly className?: string
  /** Work is under way: the button keeps its focus, answers nothing and says so to screen readers. */
  readonly busy?: boolean
}

/** A button. It does not submit a form unless `type` says so. */
export function Button({ tone, size, className, busy = false, disabled, ...rest }: ButtonProps) {
  return (
    <Base
      {...rest}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={buttonStyle(tone, size, className)}
    />
  )
}
