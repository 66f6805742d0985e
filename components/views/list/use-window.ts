'use client'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { rowsInSight, scrollTo } from './rows.ts'

export type RowWindow = {
  readonly start: number
  readonly end: number
  /** Scrolls the least that brings a row into sight. */
  readonly reveal: (index: number) => void
}

/** Which of many rows of equal height to draw in a scrolling element. */
export function useWindow(ref: RefObject<HTMLElement | null>, count: number, rowHeight: number): RowWindow {
  const [sight, setSight] = useState({ top: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight })
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [ref])
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const onScroll = () => setSight({ top: element.scrollTop, height: element.clientHeight })
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [ref])
  const reveal = useCallback(
    (index: number) => {
      const element = ref.current
      if (element) element.scrollTop = scrollTo(index, rowHeight, element.scrollTop, element.clientHeight)
    },
    [ref, rowHeight],
  )
  return { ...rowsInSight(count, rowHeight, sight.top, sight.height), reveal }
}
