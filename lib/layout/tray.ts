import { at } from './contour.ts'
import type { Box, Layout, Orientation } from './layout.ts'

/** The tray of loose bubbles stands before the first node of the tree, so that it stays where it is when the tree grows. */

const gap = 14
const padding = 16
/** Room for the word above the bubbles. */
const heading = 26
/** Between the tray and the tree. */
const distance = 64
/** A row or column of the tray ends here. */
const longest = 560

type Boxes = Pick<Layout, 'x' | 'y' | 'width' | 'height'>

/** Gives the boxes from `start` on their places in the tray and answers the tray; null when there are none. */
export function placeTray(boxes: Boxes, start: number, orientation: Orientation): Box | null {
  const { x, y } = boxes
  if (start >= x.length) return null
  const size = fillColumns(boxes, start, orientation === 'right' ? longest : longest / 2)
  const outer = { width: size.width + 2 * padding, height: size.height + 2 * padding + heading }
  const head = { x: start > 0 ? at(x, 0) : 0, y: start > 0 ? at(y, 0) : 0 }
  const corner =
    orientation === 'right'
      ? { x: -distance - outer.width, y: head.y }
      : { x: head.x, y: -distance - outer.height }
  for (let i = start; i < x.length; i++) {
    x[i] = at(x, i) + corner.x + padding
    y[i] = at(y, i) + corner.y + padding + heading
  }
  return { ...corner, ...outer }
}

/** Stacks the boxes in columns no higher than asked; answers the size of the whole. */
function fillColumns(
  { x, y, width, height }: Boxes,
  start: number,
  highest: number,
): { width: number; height: number } {
  let left = 0
  let top = 0
  let column = 0
  let lowest = 0
  for (let i = start; i < x.length; i++) {
    if (top > 0 && top + at(height, i) > highest) {
      left += column + gap
      top = 0
      column = 0
    }
    x[i] = left
    y[i] = top
    column = Math.max(column, at(width, i))
    lowest = Math.max(lowest, top + at(height, i))
    top += at(height, i) + gap
  }
  return { width: left + column, height: lowest }
}
