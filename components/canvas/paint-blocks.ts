import { coloursOf } from '#lib/layout/face.ts'
import type { Theme } from '#lib/layout/palette.ts'
import type { Frame } from './frame.ts'
import type { Scene } from './scene.ts'

/** Draws nodes seen from very far: plain blocks in the colour of their axis. */
export function paintBlocks(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { zoom }: Frame,
  seen: Int32Array,
  alphaOf: (i: number) => number,
): void {
  const { x, y } = scene.places()
  const { width, height } = scene.layout()
  for (const i of seen) {
    const face = scene.face(i)
    const colours = coloursOf(theme, face)
    const left = x[i] as number
    const top = y[i] as number
    const wide = width[i] as number
    const high = height[i] as number
    ctx.globalAlpha = alphaOf(i)
    ctx.fillStyle = colours.strong
    ctx.fillRect(left, top, wide, high)
    if (face.ground === 'strong') continue
    const edge = Math.min(1.25 / zoom, high / 5)
    ctx.fillStyle = face.ground === 'fill' ? colours.fill : theme.surface
    ctx.fillRect(left + 2.5 * edge, top + edge, wide - 3.5 * edge, high - 2 * edge)
  }
}
