import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.ts'

type Props = Omit<ComponentProps<typeof Link>, 'className'> & {
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  readonly className?: string
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ tone, size, className, ...rest }: Props) {
  return <Link {...rest} className={buttonStyle(tone, size, className)} />
}
