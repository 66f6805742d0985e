import type { Box, Size } from '#lib/layout/layout.ts'
import type { Viewport } from './handle.ts'

/** The arithmetic of looking at a board: board pixels to screen pixels and back. Sizes and screen points are CSS pixels of the canvas element. */

/** 400 %: a title fills a beamer from there. */
export const maxZoom = 4

/** Small boards too can be seen from this far. */
const leastZoom = 0.1

export type Point = { readonly x: number; readonly y: number }

export const toScreen = (view: Viewport, point: Point): Point => ({
  x: point.x * view.zoom + view.x,
  y: point.y * view.zoom + view.y,
})

export const toBoard = (view: Viewport, point: Point): Point => ({
  x: (point.x - view.x) / view.zoom,
  y: (point.y - view.y) / view.zoom,
})

/** The part of the board that a canvas of `size` shows, in board pixels. */
export function visibleBox(view: Viewport, size: Size): Box {
  return { ...toBoard(view, { x: 0, y: 0 }), width: size.width / view.zoom, height: size.height / view.zoom }
}

/** The zoom below which nobody needs to go: the whole board on less than half of the canvas. Any board fits above it. */
export function minZoomFor(bounds: Box, size: Size): number {
  const fitting = Math.min(size.width / Math.max(bounds.width, 1), size.height / Math.max(bounds.height, 1))
  return Math.min(leastZoom, fitting / 2.2)
}

/** The viewport that centres `box` as large as it fits with `margin` screen pixels around, never above `limit`. */
export function fitBox(box: Box, size: Size, margin: number, limit: number): Viewport {
  const room = { width: Math.max(1, size.width - 2 * margin), height: Math.max(1, size.height - 2 * margin) }
  const zoom = Math.min(limit, room.width / Math.max(box.width, 1), room.height / Math.max(box.height, 1))
  return centreOn({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, size, zoom)
}

/** The viewport with a board point in the middle of the canvas. */
export function centreOn(point: Point, size: Size, zoom: number): Viewport {
  return { x: size.width / 2 - point.x * zoom, y: size.height / 2 - point.y * zoom, zoom }
}

/** The viewport at another zoom with the board point under `at` (screen pixels) held still. */
export function zoomAround(view: Viewport, at: Point, zoom: number): Viewport {
  const held = toBoard(view, at)
  return { x: at.x - held.x * zoom, y: at.y - held.y * zoom, zoom }
}

/** The least pan that brings `box` into sight with a margin; the same object when it is in sight. A box too large shows its start. */
export function revealBox(view: Viewport, box: Box, size: Size, margin: number): Viewport {
  const from = toScreen(view, box)
  const dx = shift(from.x, box.width * view.zoom, size.width, margin)
  const dy = shift(from.y, box.height * view.zoom, size.height, margin)
  return dx === 0 && dy === 0 ? view : { x: view.x + dx, y: view.y + dy, zoom: view.zoom }
}

function shift(start: number, length: number, room: number, margin: number): number {
  if (start < margin || length > room - 2 * margin)
    return start >= margin && start <= room / 3 ? 0 : margin - start
  const over = start + length - (room - margin)
  return over > 0 ? -over : 0
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** A box grown by `by` on every side. */
export const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

/** The smallest box around two. */
export function around(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}
