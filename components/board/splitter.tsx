'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { limitSplit } from './shell-store.ts'

type Props = { readonly share: number; readonly onChange: (share: number) => void }

const keySteps: Readonly<Record<string, (share: number) => number>> = {
  ArrowLeft: (share) => share - 0.02,
  ArrowRight: (share) => share + 0.02,
  Home: () => 0,
  End: () => 1,
}

/** The bar between list and canvas: dragged, or moved with the arrow keys. `share` is the left side's part of the width. */
export function Splitter({ share, onChange }: Props) {
  const t = useTranslations('board.panes')
  const bar = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    onChange(limitSplit(step(share)))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const room = bar.current?.parentElement?.getBoundingClientRect()
    if (room && event.currentTarget.hasPointerCapture(event.pointerId))
      onChange(limitSplit((event.clientX - room.left) / room.width))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and moved; this is the window splitter pattern.
    <div
      ref={bar}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('splitter')}
      aria-valuemin={20}
      aria-valuemax={70}
      aria-valuenow={Math.round(share * 100)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      className="group relative z-10 -mx-3 w-6 shrink-0 cursor-col-resize touch-none outline-none"
    >
      <span className="absolute inset-y-0 left-1/2 w-px bg-line transition-colors group-hover:bg-line-strong group-focus-visible:outline-2 group-focus-visible:outline-focus" />
    </div>
  )
}
