'use client'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Layout } from '#lib/layout/layout.ts'
import type { Camera } from './camera.ts'
import type { Viewport } from './handle.ts'
import type { CanvasParts } from './parts.ts'

/** The viewport, rendering with every move; only for small things that are on the page briefly. */
export const useViewport = (camera: Camera): Viewport =>
  useSyncExternalStore(camera.subscribe, camera.view, camera.view)

/** Milliseconds without a move after which the camera is at rest. */
const rest = 200

/** The viewport where it last came to rest: moving renders nothing. */
export function useViewportAtRest(camera: Camera): Viewport {
  const [view, setView] = useState(camera.view)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const leave = camera.subscribe(() => {
      clearTimeout(waiting)
      waiting = setTimeout(() => setView(camera.view()), rest)
    })
    setView(camera.view())
    return () => {
      leave()
      clearTimeout(waiting)
    }
  }, [camera])
  return view
}

/** The layout; renders again when it changed. */
export function useLayout(parts: CanvasParts): Layout {
  return useSyncExternalStore(useBoardChanges(parts), parts.scene.layout, parts.scene.layout)
}

const useBoardChanges = ({ scene }: CanvasParts) =>
  useCallback(
    (listener: () => void) =>
      scene.subscribe((what) => {
        if (what === 'board') listener()
      }),
    [scene],
  )
