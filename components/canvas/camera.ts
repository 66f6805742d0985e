import type { Box, Size } from '#lib/layout/layout.ts'
import type { Viewport } from './handle.ts'
import { wantsStillness } from './theme.ts'
import { centreOn, fitBox, maxZoom, minZoomFor, revealBox, zoomAround } from './viewport.ts'

/** Where this person looks. React Flow holds the viewport; the camera knows it without React and asks for another. */
export type Camera = {
  readonly view: () => Viewport
  /** The canvas element in CSS pixels. */
  readonly size: () => Size
  /** Called after every move and every change of size. */
  readonly subscribe: (listener: () => void) => () => void
  readonly show: (box: Box) => void
  readonly reveal: (box: Box) => void
  readonly zoomTo: (zoom: number) => void
  readonly centre: (point: { readonly x: number; readonly y: number }) => void
  readonly panBy: (dx: number, dy: number) => void
  /** How far out the person may zoom, for the bounds of the board. */
  readonly leastZoom: () => number
  /** Told by the owner of the viewport: what it is now. */
  readonly moved: (view: Viewport) => void
  readonly resized: (size: Size) => void
  /** Hands over the way to move the viewport, in so many milliseconds. */
  readonly attach: (move: ((view: Viewport, duration: number) => void) | null) => void
}

/** Screen pixels kept free around a fitted board and a revealed node. */
const fitMargin = 28
const revealMargin = 56

/** Milliseconds of a move that the person asked for by key or button. */
const moveTime = 220

/** A camera at `start` over a board whose bounds are asked when needed. */
export function createCamera(start: Viewport, startSize: Size, bounds: () => Box): Camera {
  let view = start
  let size = startSize
  let move: ((view: Viewport, duration: number) => void) | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const leastZoom = () => minZoomFor(bounds(), size)
  const go = (next: Viewport, duration = moveTime) => {
    if (next !== view) move?.(next, wantsStillness() ? 0 : duration)
  }
  return {
    view: () => view,
    size: () => size,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show: (box) => go(openingView(box, size)),
    reveal: (box) => go(revealBox(view, box, size, Math.min(revealMargin, size.width / 5, size.height / 5))),
    zoomTo: (zoom) =>
      go(
        zoomAround(
          view,
          { x: size.width / 2, y: size.height / 2 },
          Math.max(leastZoom(), Math.min(maxZoom, zoom)),
        ),
      ),
    centre: (point) => go(centreOn(point, size, view.zoom), 0),
    panBy: (dx, dy) => go({ x: view.x + dx, y: view.y + dy, zoom: view.zoom }, 0),
    leastZoom,
    moved(next) {
      if (next.x === view.x && next.y === view.y && next.zoom === view.zoom) return
      view = next
      tell()
    },
    resized(next) {
      if (next.width === size.width && next.height === size.height) return
      size = next
      tell()
    },
    attach(next) {
      move = next
    },
  }
}

/** The viewport that shows a whole box, never larger than life. */
export const openingView = (box: Box, size: Size): Viewport =>
  fitBox(box, size, Math.min(fitMargin, size.width / 10), 1)
