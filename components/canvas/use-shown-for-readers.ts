'use client'
import { useEffect, useState } from 'react'
import type { Tree } from '#lib/board/tree.ts'
import type { Layout } from '#lib/layout/layout.ts'
import type { CanvasParts } from './parts.ts'

/** What the tree for readers shows: one state of the board and of this person's place in it. */
export type ShownForReaders = { readonly tree: Tree; readonly layout: Layout; readonly focus: string | null }

/** Milliseconds after a change: what is drawn comes first, and a burst of changes is told once. */
const patience = 40

/** The state of the board for people who do not see it, a moment behind what is drawn. */
export function useShownForReaders({ scene, session }: CanvasParts): ShownForReaders {
  const [shown, setShown] = useState(() => now(scene, session))
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      waiting = undefined
      setShown(now(scene, session))
    }
    const soon = () => {
      waiting ??= setTimeout(follow, patience)
    }
    const leave = [
      scene.subscribe((what) => what === 'board' && soon()),
      session.view.subscribe((view, before) => view.selected !== before.selected && soon()),
    ]
    soon()
    return () => {
      for (const each of leave) each()
      clearTimeout(waiting)
    }
  }, [scene, session])
  return shown
}

const now = (scene: CanvasParts['scene'], session: CanvasParts['session']): ShownForReaders => ({
  tree: scene.tree(),
  layout: scene.layout(),
  focus: session.view.getState().selected.at(-1) ?? null,
})
