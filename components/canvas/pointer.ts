import { selectByBand } from './band-select.ts'
import { dragBranches } from './branch-drag.ts'
import { edgeScroll } from './edge-scroll.ts'
import type { Gesture } from './gesture.ts'
import { type Hit, hitAt } from './hit.ts'
import { foldToggled } from './knob.ts'
import { dragLink } from './link-drag.ts'
import type { CanvasParts } from './parts.ts'
import { pressed } from './selection.ts'
import { type Point, toBoard } from './viewport.ts'

/** Screen pixels a press may wander before it is a drag [E3]. */
const wander = 5

type Press = {
  readonly at: Point
  readonly hit: Hit
  readonly add: boolean
  readonly whole: boolean
  /** The node was selected before this press. */
  readonly wasSelected: boolean
  readonly touch: boolean
}

/**
 * Turns presses, drags and hovering on the canvas into selection, folding and gestures; panning and zooming stay with
 * React Flow. `isPanning` tells whether the person holds Space. Elements inside `[data-canvas-ui]` are left alone.
 */
export function listenToPointer(
  element: HTMLElement,
  parts: CanvasParts,
  isPanning: () => boolean,
): () => void {
  const { session, scene, camera, pointing } = parts
  let press: Press | null = null
  let gesture: Gesture | null = null
  let last: { at: Point; copy: boolean } = { at: { x: 0, y: 0 }, copy: false }
  let ticking = 0

  const local = (event: MouseEvent): Point => {
    const corner = element.getBoundingClientRect()
    return { x: event.clientX - corner.left, y: event.clientY - corner.top }
  }
  const hitOf = (event: MouseEvent, at: Point): Hit => {
    const handle = (event.target as Element).closest('[data-link-handle]')?.getAttribute('data-link-handle')
    return handle ? { on: 'handle', id: handle } : hitAt(parts, at)
  }

  function onDown(event: PointerEvent): void {
    if (isInterface(event.target) || gesture) return
    const at = local(event)
    const hit = hitOf(event, at)
    if (event.button === 2) takeAlong(hit)
    if (event.button !== 0 || isPanning() || !event.isPrimary) return
    const { selected } = session.view.getState()
    const wasSelected = hit.on === 'node' && selected.includes(hit.id)
    const add = event.shiftKey || event.ctrlKey || event.metaKey
    press = {
      at,
      hit,
      add,
      whole: event.ctrlKey || event.metaKey,
      wasSelected,
      touch: event.pointerType === 'touch',
    }
    if (hit.on === 'node' && !add && !wasSelected && !press.touch) select([hit.id])
  }

  function onMove(event: PointerEvent): void {
    const at = local(event)
    last = { at, copy: event.ctrlKey || event.metaKey }
    session.presence.setCursor(pair(toBoard(camera.view(), at)))
    if (gesture) gesture.move(at, last.copy)
    else if (press) wanderOff(event, press, at)
    else hover(isInterface(event.target) ? { on: 'paper' } : hitOf(event, at))
  }

  function wanderOff(event: PointerEvent, started: Press, at: Point): void {
    if (Math.hypot(at.x - started.at.x, at.y - started.at.y) < wander) return
    gesture = begin(started)
    press = null
    if (!gesture) return
    element.setPointerCapture(event.pointerId)
    gesture.move(at, last.copy)
    startTicking()
  }

  function begin({ hit, at, add, touch, wasSelected }: Press): Gesture | null {
    if (touch && !(hit.on === 'handle' || wasSelected)) return null
    if (hit.on === 'handle') return dragLink(parts, hit.id)
    if (hit.on === 'paper') return selectByBand(parts, at, add)
    if (hit.on !== 'node') return null
    if (add && !wasSelected) select(pressed(session.view.getState().selected, hit.id, true))
    return dragBranches(parts, at, hit.id)
  }

  function onUp(event: PointerEvent): void {
    if (gesture) {
      const ending = gesture
      stop()
      ending.drop(local(event), event.ctrlKey || event.metaKey)
    } else if (press) click(press)
    press = null
  }

  function click({ hit, add, whole }: Press): void {
    const { selected, collapsed } = session.view.getState()
    if (hit.on === 'node') select(pressed(selected, hit.id, add))
    else if (hit.on === 'knob')
      session.view.setState({ collapsed: foldToggled(scene.tree(), collapsed, hit.id, whole) })
    else if (hit.on === 'link') session.view.setState({ selected: [], selectedLink: hit.id })
    else if (hit.on === 'paper' && !add) select([])
  }

  const select = (selected: readonly string[]) => session.view.setState({ selected, selectedLink: null })

  /** A context menu is about what it opens on. */
  function takeAlong(hit: Hit): void {
    if (hit.on === 'node' && !session.view.getState().selected.includes(hit.id)) select([hit.id])
    else if (hit.on === 'link') session.view.setState({ selected: [], selectedLink: hit.id })
    else if (hit.on === 'paper') select([])
  }

  function onDoubleClick(event: MouseEvent): void {
    if (isInterface(event.target)) return
    const hit = hitOf(event, local(event))
    if (hit.on === 'node' && session.mayEdit)
      session.view.setState({ editing: { id: hit.id, place: 'canvas' } })
  }

  function hover(hit: Hit): void {
    const hovered = hit.on === 'paper' || hit.on === 'link' ? null : hit.id
    if (pointing.getState().hovered !== hovered) pointing.setState({ hovered })
    element.dataset.over = hit.on
  }

  function onLeave(): void {
    session.presence.setCursor(null)
    if (!gesture) hover({ on: 'paper' })
  }

  function onKey(event: KeyboardEvent): void {
    if (!gesture) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      cancel()
    } else if (event.key === 'Control' || event.key === 'Meta') {
      last = { at: last.at, copy: event.type === 'keydown' }
      gesture.move(last.at, last.copy)
    }
  }

  function cancel(): void {
    const ending = gesture
    stop()
    press = null
    ending?.cancel()
  }

  function stop(): void {
    gesture = null
    cancelAnimationFrame(ticking)
    delete element.dataset.dragging
  }

  function startTicking(): void {
    element.dataset.dragging = ''
    let before = performance.now()
    const tick = (now: number) => {
      const speed = edgeScroll(last.at, camera.size())
      const seconds = Math.min(0.05, (now - before) / 1000)
      before = now
      if (speed.x !== 0 || speed.y !== 0) {
        camera.panBy(speed.x * seconds, speed.y * seconds)
        gesture?.move(last.at, last.copy)
      }
      ticking = requestAnimationFrame(tick)
    }
    ticking = requestAnimationFrame(tick)
  }

  /** On a touch screen one finger pans, except from a selected node or a handle: that drags. */
  function onTouch(event: TouchEvent): void {
    const touch = event.touches[0]
    if (!touch || event.touches.length > 1 || isInterface(event.target)) return
    const corner = element.getBoundingClientRect()
    const hit = hitAt(parts, { x: touch.clientX - corner.left, y: touch.clientY - corner.top })
    const drags = hit.on === 'node' && session.view.getState().selected.includes(hit.id)
    if (drags || (event.target as Element).closest('[data-link-handle]')) event.stopPropagation()
  }

  const leaving = new AbortController()
  const options = { signal: leaving.signal }
  element.addEventListener('pointerdown', onDown, { ...options, capture: true })
  element.addEventListener('touchstart', onTouch, { ...options, capture: true, passive: true })
  element.addEventListener('pointermove', onMove, options)
  element.addEventListener('pointerup', onUp, options)
  element.addEventListener('pointercancel', cancel, options)
  element.addEventListener('pointerleave', onLeave, options)
  element.addEventListener('dblclick', onDoubleClick, options)
  window.addEventListener('keydown', onKey, { ...options, capture: true })
  window.addEventListener('keyup', onKey, { ...options, capture: true })
  window.addEventListener('blur', cancel, options)
  return () => {
    cancel()
    leaving.abort()
  }
}

const pair = ({ x, y }: Point): [number, number] => [Math.round(x), Math.round(y)]

const isInterface = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-canvas-ui]') !== null
