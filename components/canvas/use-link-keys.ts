'use client'
import { type RefObject, useEffect } from 'react'
import { boxOf } from '#lib/layout/layout.ts'
import type { Direction } from './handle.ts'
import type { CanvasParts } from './parts.ts'
import { walkFrom } from './walk.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Makes a link by keyboard: while one is begun, arrows choose its other end, Enter asks its kind, Escape gives up [E7]. */
export function useLinkKeys(
  stage: RefObject<HTMLElement | null>,
  { session, scene, camera, pointing }: CanvasParts,
): void {
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const leave = session.view.subscribe(({ linkingFrom }, before) => {
      if (linkingFrom === before.linkingFrom) return
      pointing.setState({
        link: linkingFrom === null ? null : { from: linkingFrom, to: null, at: null, asking: false },
      })
    })
    const onKey = (event: KeyboardEvent) => {
      const link = pointing.getState().link
      if (session.view.getState().linkingFrom === null || !link || link.asking) return
      const direction = directions[event.key]
      if (!direction && event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') session.view.setState({ linkingFrom: null })
      else if (event.key === 'Enter') {
        if (link.to !== null) pointing.setState({ link: { ...link, asking: true } })
      } else if (direction) {
        const to = walkFrom(scene.layout(), link.to ?? link.from, direction)
        const box = to === null ? null : boxOf(scene.layout(), to)
        if (!box) return
        pointing.setState({ link: { ...link, to: to === link.from ? null : to } })
        camera.reveal(box)
      }
    }
    element.addEventListener('keydown', onKey, { capture: true })
    return () => {
      leave()
      element.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [stage, session, scene, camera, pointing])
}
