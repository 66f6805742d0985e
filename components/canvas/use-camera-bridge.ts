'use client'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { Camera } from './camera.ts'

/** Ties the camera to React Flow: hears every move of the viewport without rendering, and moves it when asked. */
export function useCameraBridge(camera: Camera): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    const tell = ([x, y, zoom]: readonly [number, number, number]) => camera.moved({ x, y, zoom })
    const leave = store.subscribe((now, before) => {
      if (now.transform !== before.transform) tell(now.transform)
    })
    camera.attach((view, duration) => {
      void flow.setViewport(view, duration > 0 ? { duration } : undefined)
    })
    tell(store.getState().transform)
    return () => {
      leave()
      camera.attach(null)
    }
  }, [camera, flow, store])
}
