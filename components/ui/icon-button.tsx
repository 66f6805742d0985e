import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from './button.tsx'
import { Tooltip } from './tooltip.tsx'

type Props = Omit<ButtonProps, 'children' | 'aria-label' | 'size'> & {
  readonly icon: LucideIcon
  /** The accessible name, also shown as a tooltip. */
  readonly label: string
  /** Keys shown behind the label in the tooltip. */
  readonly keys?: string | undefined
  readonly size?: 'small' | 'medium'
}

/** A square button with an icon; its name shows on hover and focus. */
export function IconButton({ icon: Icon, label, keys, tone = 'quiet', size = 'medium', ...rest }: Props) {
  const small = size === 'small'
  return (
    <Tooltip label={label} keys={keys}>
      <Button {...rest} tone={tone} size={small ? 'small-icon' : 'icon'} aria-label={label}>
        <Icon aria-hidden size={small ? 16 : 20} strokeWidth={1.75} />
      </Button>
    </Tooltip>
  )
}
