'use client'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { type TitleEnd, useTitleEditor } from '#components/board/use-title-editor.ts'
import { paintsOf } from '#lib/layout/face.ts'
import { boxOf } from '#lib/layout/layout.ts'
import { insetsOf } from '#lib/layout/shapes.ts'
import { typeface } from './paint-face.ts'
import type { CanvasParts } from './parts.ts'
import { themeAround } from './theme.ts'
import { useLayout, useViewport } from './use-camera.ts'

/** Below this zoom the field is shown larger than its node: nobody types in letters they cannot read. */
const readableZoom = 0.8

/** The title of the node being edited on the canvas, in place and in its own type. */
export function TitleField({ parts }: { readonly parts: CanvasParts }) {
  const editing = useStore(parts.session.view, (view) =>
    view.editing?.place === 'canvas' ? view.editing : null,
  )
  return editing ? <Field key={editing.id} parts={parts} id={editing.id} typed={editing.typed} /> : null
}

function Field({
  parts,
  id,
  typed,
}: {
  readonly parts: CanvasParts
  readonly id: string
  readonly typed: string | undefined
}) {
  const t = useTranslations('canvas')
  const { session, scene, camera } = parts
  const layout = useLayout(parts)
  const { zoom } = useViewport(camera)
  const editor = useTitleEditor(session, id, {
    typed,
    onDone: (end: TitleEnd) => {
      if (session.view.getState().editing?.id === id) session.view.setState({ editing: null })
      if (end !== 'gone') document.querySelector<HTMLElement>('.bb-stage')?.focus({ preventScroll: true })
    },
  })
  const box = boxOf(layout, id)
  const index = layout.indexOf.get(id)
  if (!box || index === undefined) return null
  const face = scene.face(index)
  const title = face.texts.find((text) => text.role === 'title')
  const insets = insetsOf(face.kind)
  const paints = paintsOf(themeAround(document.documentElement), face)
  const scale = Math.max(1, readableZoom / zoom)
  const size = title?.size ?? 14
  return (
    <div
      data-canvas-ui
      className="bb-field"
      style={{
        transform: `translate(${box.x}px, ${box.y}px) scale(${scale})`,
        width: box.width,
        minHeight: box.height,
        padding: `${insets.top}px ${insets.right - 4}px ${insets.bottom}px ${insets.left}px`,
        background: paints.ground,
        color: paints.text,
      }}
    >
      <textarea
        {...editor}
        aria-label={t('titleField')}
        rows={1}
        spellCheck
        style={{ font: `${title?.weight ?? 400} ${size}px/${Math.round(size * 1.26)}px ${typeface}` }}
      />
    </div>
  )
}
