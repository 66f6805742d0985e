import { treeCurve } from '#lib/layout/lines.ts'
import type { Theme } from '#lib/layout/palette.ts'
import type { Frame } from './frame.ts'
import { boxIn } from './places.ts'
import type { Scene } from './scene.ts'

/** Board pixels. */
const lineWidth = 1.25

/** Screen pixels a tree line never gets thinner than. */
const thinnest = 0.6

/** Draws the lines from parents to children that meet the frame, as one path. */
export function paintLines(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { box, zoom }: Frame,
): void {
  const layout = scene.layout()
  const { x, y } = scene.places()
  const { parent, width, height, orientation } = layout
  const right = box.x + box.width
  const bottom = box.y + box.height
  ctx.beginPath()
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i] as number
    if (p < 0) continue
    const [px, py, cx, cy] = [x[p] as number, y[p] as number, x[i] as number, y[i] as number]
    const misses =
      (px > right && cx > right) ||
      (py > bottom && cy > bottom) ||
      Math.max(px + (width[p] as number), cx) < box.x ||
      Math.max(py + (height[p] as number), cy + (height[i] as number)) < box.y
    if (misses) continue
    const [from, one, two, to] = treeCurve(boxIn(scene, p), boxIn(scene, i), orientation)
    ctx.moveTo(from[0], from[1])
    ctx.bezierCurveTo(one[0], one[1], two[0], two[1], to[0], to[1])
  }
  ctx.lineWidth = Math.max(lineWidth, thinnest / zoom)
  ctx.strokeStyle = theme.line
  ctx.stroke()
}
