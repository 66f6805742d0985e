'use client'
import { useMessages, useTranslations } from 'next-intl'
import { type Ref, useMemo } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import { Canvas } from '#components/canvas/canvas.tsx'
import type { CanvasHandle } from '#components/canvas/handle.ts'
import type { FaceLabels } from '#lib/layout/face.ts'
import { createTreeDrawing } from './tree-drawing.ts'

type Props = { readonly session: BoardSession; readonly handle?: Ref<CanvasHandle> | undefined }

/** The goal tree: a board as a tidy tree on a canvas. */
export function TreeView({ session, handle }: Props) {
  const t = useTranslations('canvas')
  const labels = useMessages() as unknown as FaceLabels
  const trayName = t('tray')
  const drawing = useMemo(() => createTreeDrawing(labels, trayName), [labels, trayName])
  return <Canvas session={session} drawing={drawing} handle={handle} />
}
