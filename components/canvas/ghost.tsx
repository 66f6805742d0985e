'use client'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { paintFace } from './paint-face.ts'
import type { CanvasParts } from './parts.ts'
import { themeAround } from './theme.ts'

/** Screen pixels away from the pointer, so that the place of the drop stays in sight. */
const offset = 12

/** The dragged node following the pointer, with the number of bubbles that move along and a plus when they are copied. */
export function Ghost({ parts }: { readonly parts: CanvasParts }) {
  const drag = useStore(parts.pointing, (pointing) => pointing.drag)
  const zoom = Math.max(0.35, parts.camera.view().zoom)
  const first = drag?.ids[0] ?? null
  if (!drag || first === null) return null
  const left = drag.at.x - drag.hold.x * zoom
  const top = drag.at.y - drag.hold.y * zoom
  return (
    <div
      className="bb-ghost"
      style={{ transform: `translate(${left + offset}px, ${top + offset}px)` }}
      aria-hidden
    >
      <GhostFace parts={parts} id={first} zoom={zoom} />
      {(drag.branch.size > 1 || drag.copy) && (
        <span className="bb-ghost-count">
          {drag.copy ? '+' : ''}
          {drag.branch.size > 1 ? drag.branch.size : ''}
        </span>
      )}
    </div>
  )
}

/** Drawn once per drag; after that only the box around it moves. */
function GhostFace({
  parts: { scene },
  id,
  zoom,
}: {
  readonly parts: CanvasParts
  readonly id: string
  readonly zoom: number
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const i = scene.layout().indexOf.get(id)
    const ctx = canvas.current?.getContext('2d')
    if (i === undefined || !canvas.current || !ctx) return
    const face = scene.face(i)
    const scale = zoom * devicePixelRatio
    canvas.current.width = Math.ceil((face.width + 4) * scale)
    canvas.current.height = Math.ceil((face.height + 4) * scale)
    canvas.current.style.width = `${canvas.current.width / devicePixelRatio}px`
    ctx.scale(scale, scale)
    ctx.lineCap = 'round'
    ctx.lineJoin = 'round'
    paintFace(ctx, face, themeAround(canvas.current), 2, 2)
  }, [scene, id, zoom])
  return <canvas ref={canvas} />
}
