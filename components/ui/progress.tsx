'use client'
import { Progress as Base } from '@base-ui/react/progress'

/** How far something is: a line that fills, or one that breathes when nobody knows (`value` null). */
export function Progress({
  label,
  value,
}: {
  readonly label: string /** Per cent. */
  readonly value: number | null
}) {
  return (
    <Base.Root value={value} className="flex flex-col gap-1.5">
      <Base.Label className="text-ink-soft text-sm">{label}</Base.Label>
      <Base.Track className="h-1 overflow-hidden rounded-full bg-line">
        <Base.Indicator className="h-full bg-leaf transition-all data-indeterminate:w-full data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  )
}
