'use client'
import { useEffect } from 'react'
import { boxOf } from '#lib/layout/layout.ts'
import type { CanvasParts } from './parts.ts'

/** Keeps what this person does in sight: a node that opens for typing, and one that their own command has just made or moved. */
export function useFollowFocus({ session, scene, camera }: CanvasParts): void {
  useEffect(() => {
    const reveal = (id: string | undefined) => {
      const box = id === undefined ? null : boxOf(scene.layout(), id)
      if (box) camera.reveal(box)
    }
    return session.view.subscribe((now, before) => {
      if (now.editing && now.editing.id !== before.editing?.id) reveal(now.editing.id)
      else if (now.found !== null && now.found !== before.found) reveal(now.found)
    })
  }, [session, scene, camera])
}
