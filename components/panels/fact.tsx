import { classNames } from '#components/ui/class-names.ts'
import { labelStyle } from '#components/ui/field-style.ts'

type Props = {
  readonly label: string
  readonly hideLabel?: boolean
  /** What there is to read, as text. */
  readonly value: string
  readonly className?: string | undefined
}

/** A field for who may only read: its words as plain text, so that nothing looks as if one could type in it. */
export function Fact({ label, hideLabel = false, value, className }: Props) {
  return (
    <dl>
      <dt className={hideLabel ? 'sr-only' : labelStyle}>{label}</dt>
      <dd className={classNames('whitespace-pre-line break-words', className)}>{value}</dd>
    </dl>
  )
}
