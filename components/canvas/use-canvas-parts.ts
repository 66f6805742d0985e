'use client'
import { type RefObject, useEffect, useState } from 'react'
import type { BoardSession } from '#components/board/session.ts'
import type { Size } from '#lib/layout/layout.ts'
import { createCamera, openingView } from './camera.ts'
import { titleFonts } from './fonts.ts'
import type { CanvasParts } from './parts.ts'
import { createPointing } from './pointing.ts'
import { browserStorage, keepViewport, readViewport } from './remembered-view.ts'
import { createScene, type Drawing } from './scene.ts'
import { boxesMeet, visibleBox } from './viewport.ts'

/** Milliseconds after the last move at which the viewport is remembered. */
const rememberAfter = 400

/** The shared parts of one canvas, once its element has a size and the type is loaded; null before. */
export function useCanvasParts(
  element: RefObject<HTMLElement | null>,
  session: BoardSession,
  drawing: Drawing,
): CanvasParts | null {
  const [parts, setParts] = useState<CanvasParts | null>(null)
  useEffect(() => {
    const host = element.current
    if (!host) return
    let close: (() => void) | null = null
    let left = false
    const open = (size: Size) => {
      const made = makeParts(session, drawing, size)
      close = made.close
      setParts(made.parts)
    }
    const observer = new ResizeObserver(() => {
      const size = { width: host.clientWidth, height: host.clientHeight }
      setParts((now) => {
        now?.camera.resized(size)
        return now
      })
      if (!close && size.width > 0) void titleFonts().then(() => !left && !close && open(size))
    })
    observer.observe(host)
    return () => {
      left = true
      observer.disconnect()
      close?.()
      setParts(null)
    }
  }, [element, session, drawing])
  return parts
}

function makeParts(
  session: BoardSession,
  drawing: Drawing,
  size: Size,
): { parts: CanvasParts; close: () => void } {
  const scene = createScene(session, drawing)
  const content = () => scene.layout().bounds
  const storage = browserStorage()
  const known = readViewport(storage, session.boardId)
  const start = known && boxesMeet(visibleBox(known, size), content()) ? known : openingView(content(), size)
  const camera = createCamera(start, size, content)
  // A board that is filled while it is open is shown whole, once.
  let wasEmpty = scene.layout().ids.length === 0
  let remember: ReturnType<typeof setTimeout> | undefined
  const leaveCamera = camera.subscribe(() => {
    clearTimeout(remember)
    remember = setTimeout(() => keepViewport(storage, session.boardId, camera.view()), rememberAfter)
  })
  const leaveScene = scene.subscribe((what) => {
    if (what !== 'board' || !wasEmpty || scene.layout().ids.length === 0) return
    wasEmpty = false
    camera.show(content())
  })
  const close = () => {
    clearTimeout(remember)
    leaveCamera()
    leaveScene()
    scene.destroy()
  }
  return { parts: { session, scene, camera, pointing: createPointing() }, close }
}
