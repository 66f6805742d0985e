'use client'
import { type RefObject, useEffect, useMemo, useState } from 'react'

/** Space held down turns the pointer into a hand. */
export type SpaceHeld = { readonly held: boolean; readonly now: () => boolean }

/**
 * Follows the Space key on the canvas. A Space that was used to pan stays ours; one that was only pressed is given on
 * when it is let go, because on a selected branch it is a command.
 */
export function useSpaceHeld(stage: RefObject<HTMLElement | null>): SpaceHeld {
  const [held, setHeld] = useState(false)
  const state = useMemo(() => ({ down: false, panned: false, passing: false }), [])
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const leaving = new AbortController()
    const set = (down: boolean) => {
      state.down = down
      setHeld(down)
    }
    const onDown = (event: KeyboardEvent) => {
      if (!isPlainSpace(event) || state.passing) return
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat) return
      state.panned = false
      set(true)
    }
    const onUp = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !state.down) return
      set(false)
      if (state.panned || !(event.target instanceof Element)) return
      state.passing = true
      event.target.dispatchEvent(
        new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true, cancelable: true }),
      )
      state.passing = false
    }
    const onPress = () => {
      if (state.down) state.panned = true
    }
    element.addEventListener('keydown', onDown, { capture: true, signal: leaving.signal })
    window.addEventListener('keyup', onUp, { capture: true, signal: leaving.signal })
    element.addEventListener('pointerdown', onPress, { capture: true, signal: leaving.signal })
    window.addEventListener('blur', () => set(false), { signal: leaving.signal })
    return () => leaving.abort()
  }, [stage, state])
  return useMemo(() => ({ held, now: () => state.down }), [held, state])
}

/** Space without modifiers, not meant for a field or a button. */
function isPlainSpace(event: KeyboardEvent): boolean {
  if (
    event.key !== ' ' ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.shiftKey ||
    event.isComposing
  )
    return false
  return !(
    event.target instanceof Element &&
    event.target.closest('input, textarea, button, [contenteditable], [data-canvas-ui]')
  )
}
