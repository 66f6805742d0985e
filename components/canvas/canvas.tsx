'use client'
import { type Ref, useRef } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import type { CanvasHandle } from './handle.ts'
import type { Drawing } from './scene.ts'
import { Stage } from './stage.tsx'
import { useCanvasParts } from './use-canvas-parts.ts'
import '@xyflow/react/dist/base.css'
import './canvas.css'

type Props = {
  readonly session: BoardSession
  /** Must stay the same object while the language does. */
  readonly drawing: Drawing
  readonly handle?: Ref<CanvasHandle> | undefined
}

/** A board drawn on a canvas that pans and zooms; fills the element it stands in. */
export function Canvas({ session, drawing, handle }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const parts = useCanvasParts(frame, session, drawing)
  return (
    <div ref={frame} className="bb-canvas">
      {parts && <Stage parts={parts} handle={handle} />}
    </div>
  )
}
