'use client'
import { useEffect, useState } from 'react'
import type { CanvasParts } from './parts.ts'

/** The zoom limit for the board as it is now, in halving steps so that it seldom changes. */
export function useLeastZoom({ camera, scene }: CanvasParts): number {
  const read = () => 2 ** Math.floor(Math.log2(camera.leastZoom()))
  const [least, setLeast] = useState(read)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` only reads the camera
  useEffect(() => {
    const refresh = () => setLeast(read())
    const leave = [scene.subscribe((what) => what === 'board' && refresh()), camera.subscribe(refresh)]
    return () => {
      for (const each of leave) each()
    }
  }, [camera, scene])
  return least
}
