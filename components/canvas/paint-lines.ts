import type { Theme } from '#lib/layout/palette.ts'
import type { Frame } from './frame.ts'
import type { Scene } from './scene.ts'

export function paintLines(ctx: CanvasRenderingContext2D, scene: Scene, theme: Theme, frame: Frame): void {
  paintRoughLines(ctx, scene, theme, frame)
}
export function paintRoughLines(ctx: CanvasRenderingContext2D, scene: Scene, theme: Theme, { zoom }: Frame): void {
  const { parent, width, height, orientation } = scene.layout()
  const { x, y } = scene.places()
  ctx.beginPath()
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!
    if (p < 0) continue
    if (orientation === 'right') {
      const ax = x[p]! + width[p]!
      const ay = y[p]! + height[p]! / 2
      const by = y[i]! + height[i]! / 2
      ctx.moveTo(ax, ay)
      ctx.bezierCurveTo((ax + x[i]!) / 2, ay, (ax + x[i]!) / 2, by, x[i]!, by)
    } else {
      const ax = x[p]! + width[p]! / 2
      const ay = y[p]! + height[p]!
      const bx = x[i]! + width[i]! / 2
      ctx.moveTo(ax, ay)
      ctx.bezierCurveTo(ax, (ay + y[i]!) / 2, bx, (ay + y[i]!) / 2, bx, y[i]!)
    }
  }
  ctx.lineWidth = Math.max(1.25, 0.8 / zoom)
  ctx.strokeStyle = theme.line
  ctx.stroke()
}
