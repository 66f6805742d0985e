'use client'
import { useEffect } from 'react'
import { boxOf } from '#lib/layout/layout.ts'
import type { CanvasParts } from './parts.ts'
import { boxesMeet, visibleBox } from './viewport.ts'

/** Keeps what this person works on in sight: a title that opens for typing, the node found, the one node a command selected. */
export function useFollowFocus({ session, scene, camera, pointing }: CanvasParts): void {
  useEffect(() => {
    const reveal = (id: string, onlyWhenAway: boolean) => {
      const box = boxOf(scene.layout(), id)
      if (!box) return
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0.1, height: 0.1 }
      if (!onlyWhenAway || !boxesMeet(visibleBox(camera.view(), camera.size()), middle)) camera.reveal(box)
    }
    return session.view.subscribe(({ editing, found, selected }, before) => {
      const focus = selected.length === 1 ? selected[0] : undefined
      if (editing && editing.id !== before.editing?.id) reveal(editing.id, false)
      else if (found !== null && found !== before.found) reveal(found, false)
      else if (focus !== undefined && focus !== before.selected.at(-1) && !pointing.getState().band)
        reveal(focus, true)
    })
  }, [session, scene, camera, pointing])
}
