'use client'
import { useEffect, useState } from 'react'
import { useOpenBoard } from './use-board.ts'

/**
 * Guards the way out while something is not stored: the browser asks when the page closes, and a click on a link of ours waits.
 * Answers the address that waits, with the two ways on.
 */
export function useLeaveGuard() {
  const { connection, unsaved } = useOpenBoard()
  const [waiting, setWaiting] = useState<string | null>(null)
  useEffect(() => {
    const risky = () => connection.hasUnsaved() && !unsaved.isAbandoned()
    const onUnload = (event: BeforeUnloadEvent) => {
      if (risky()) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      // A change on its way needs no question: the connection outlives the page inside this window.
      const href = risky() && connection.state() !== 'saving' ? leavingAddress(event) : null
      if (href === null) return
      event.preventDefault()
      event.stopPropagation()
      setWaiting(href)
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [connection, unsaved])
  return {
    waiting,
    stay: () => setWaiting(null),
    leave: () => {
      unsaved.abandon()
      if (waiting !== null) window.location.assign(waiting)
    },
  }
}

/** Where a plain click on a link of this site leads in this window; null for anything else. */
function leavingAddress(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return null
  if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return null
  return link.pathname === window.location.pathname ? null : link.href
}
