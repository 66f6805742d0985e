import { paintsOf } from '#lib/layout/face.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { farStepAt, farTitle } from './far-title.ts'
import type { Frame } from './frame.ts'
import { outlineOf, typeface } from './paint-face.ts'
import type { Scene } from './scene.ts'

/** Screen pixels a border never gets thinner than. */
const thinnest = 0.9

/** Draws nodes as their shape with the title alone, in type that stays readable when the board is seen from afar. */
export function paintTitles(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { zoom }: Frame,
  seen: Int32Array,
  alphaOf: (i: number) => number,
): void {
  const { x, y } = scene.places()
  const step = farStepAt(zoom)
  for (const i of seen) {
    const face = scene.face(i)
    const paints = paintsOf(theme, face)
    const left = x[i] as number
    const top = y[i] as number
    ctx.globalAlpha = alphaOf(i)
    ctx.translate(left, top)
    ctx.fillStyle = paints.ground
    ctx.strokeStyle = paints.border
    ctx.lineWidth = Math.max(face.borderWidth, thinnest / zoom)
    const outline = outlineOf(face)
    ctx.fill(outline)
    if (face.dashed) ctx.setLineDash([5, 4])
    ctx.stroke(outline)
    if (face.dashed) ctx.setLineDash([])
    const onCard = face.texts[0]
    const title = farTitle(face, scene.node(i).title.trim() || (onCard?.text ?? ''), step)
    ctx.font = `${title.weight} ${title.size}px ${typeface}`
    ctx.fillStyle = paints[onCard?.paint ?? 'text']
    title.lines.forEach((line, row) => {
      ctx.fillText(line, title.x, title.y + row * title.step)
    })
    ctx.translate(-left, -top)
  }
}
