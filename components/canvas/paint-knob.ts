import { coloursOf } from '#lib/layout/face.ts'
import { knobRadius } from '#lib/layout/lines.ts'
import type { Theme } from '#lib/layout/palette.ts'
import type { Frame } from './frame.ts'
import { knobAt, knobsFrom } from './knob.ts'
import { typeface } from './paint-face.ts'
import type { Scene } from './scene.ts'

/** Draws the knob of a folded node with the number of nodes hidden below it. */
export function paintKnob(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { zoom }: Frame,
  i: number,
): void {
  if (zoom < knobsFrom / 2) return
  const { x, y } = knobAt(scene, i)
  const count = String(scene.layout().hidden[i])
  const half = knobRadius + Math.max(0, count.length - 2) * 3.5
  const { strong, onStrong } = coloursOf(theme, scene.face(i))
  ctx.beginPath()
  ctx.roundRect(x - half, y - knobRadius, 2 * half, 2 * knobRadius, knobRadius)
  ctx.fillStyle = strong
  ctx.fill()
  ctx.lineWidth = 2
  ctx.strokeStyle = theme.paper
  ctx.stroke()
  if (zoom < 0.4) return
  ctx.font = `600 11px ${typeface}`
  ctx.fillStyle = onStrong
  ctx.textAlign = 'center'
  ctx.fillText(count, x, y + 4)
  ctx.textAlign = 'start'
}
