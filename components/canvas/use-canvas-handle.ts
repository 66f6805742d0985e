'use client'
import { type Ref, type RefObject, useImperativeHandle } from 'react'
import { type Box, boxOf } from '#lib/layout/layout.ts'
import type { CanvasHandle } from './handle.ts'
import type { CanvasParts } from './parts.ts'
import { around } from './viewport.ts'
import { firstNode, walkFrom } from './walk.ts'

/** Gives the page its handle on the canvas. */
export function useCanvasHandle(
  handle: Ref<CanvasHandle> | undefined,
  parts: CanvasParts,
  readers: RefObject<HTMLElement | null>,
): void {
  useImperativeHandle(
    handle,
    () => makeHandle(parts, () => readers.current?.focus({ preventScroll: true })),
    [parts, readers],
  )
}

function makeHandle({ session, scene, camera }: CanvasParts, focus: () => void): CanvasHandle {
  const reveal = (id: string) => {
    const box = boxOf(scene.layout(), id)
    if (box) camera.reveal(box)
    return box !== null
  }
  const showAll = () => camera.show(scene.layout().bounds)
  return {
    fit: showAll,
    fitSelection() {
      const boxes = session.view.getState().selected.flatMap((id) => boxOf(scene.layout(), id) ?? [])
      if (boxes.length === 0) showAll()
      else camera.show(boxes.reduce<Box>(around, boxes[0] as Box))
    },
    zoomTo: camera.zoomTo,
    zoomBy: (factor) => camera.zoomTo(camera.view().zoom * factor),
    reveal,
    walk(direction, extend = false) {
      const { selected } = session.view.getState()
      const from = selected.at(-1)
      const to = from === undefined ? firstNode(scene.layout()) : walkFrom(scene.layout(), from, direction)
      if (to === null) return
      const kept = extend ? selected.filter((id) => id !== to) : []
      session.view.setState({ selected: [...kept, to], selectedLink: null })
      reveal(to)
    },
    viewport: camera.view,
    focus,
  }
}
