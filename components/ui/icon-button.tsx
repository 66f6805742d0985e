import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from './button.tsx'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

type Props = Omit<ButtonProps, 'children' | 'aria-label'> & {
  readonly icon: LucideIcon
  /** The accessible name, also shown as a tooltip. */
  readonly label: string
  /** Keys shown behind the label in the tooltip. */
  readonly keys?: string | undefined
}

/** A square button with an icon; its name shows on hover and focus. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  tone = 'quiet',
  size = 'medium',
  className,
  ...rest
}: Props) {
  const square = size === 'small' ? 'size-8 px-0' : 'size-10 px-0'
  return (
    <Tooltip label={label} keys={keys}>
      <Button
        {...rest}
        tone={tone}
        size={size}
        aria-label={label}
        className={classNames(square, 'shrink-0', className)}
      >
        <Icon aria-hidden size={size === 'small' ? 16 : 20} strokeWidth={1.75} />
      </Button>
    </Tooltip>
  )
}
