'use client'
import { useEffect } from 'react'
import { useOpenBoard } from './use-board.ts'

/** Below this width there is room for one view. */
const query = '(max-width: 767px)'

/** Tells the page's state whether the window is narrow. */
export function useNarrow(): void {
  const { shell } = useOpenBoard()
  useEffect(() => {
    const media = window.matchMedia(query)
    const tell = () => shell.setState({ narrow: media.matches })
    tell()
    media.addEventListener('change', tell)
    return () => media.removeEventListener('change', tell)
  }, [shell])
}

/** Whether the window is narrow at this moment. */
export const isNarrow = (): boolean => window.matchMedia(query).matches
