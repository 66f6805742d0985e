import { type Face, type FaceGlyph, type FaceText, type Paints, paintsOf } from '#lib/layout/face.ts'
import type { Theme } from '#lib/layout/palette.ts'
import type { Glyph } from '#lib/layout/shapes.ts'

/** The family every title is set in; the page loads it before the first paint. */
export const typeface = '"Atkinson Hyperlegible Next", "Helvetica Neue", Arial, sans-serif'

const outlines = new WeakMap<Face, Path2D>()
const glyphs = new WeakMap<Glyph, { readonly line: Path2D; readonly solid: Path2D | null }>()

/** The outline of a face as a path, made once. */
export function outlineOf(face: Face): Path2D {
  let path = outlines.get(face)
  if (!path) {
    path = new Path2D(face.outline)
    outlines.set(face, path)
  }
  return path
}

/** Draws a whole face with its corner at (x, y); `print` is how solid what is smaller than the title is. */
export function paintFace(
  ctx: CanvasRenderingContext2D,
  face: Face,
  theme: Theme,
  x: number,
  y: number,
  print = 1,
): void {
  const paints = paintsOf(theme, face)
  ctx.translate(x, y)
  ctx.fillStyle = paints.ground
  ctx.strokeStyle = paints.border
  ctx.lineWidth = face.borderWidth
  const outline = outlineOf(face)
  ctx.fill(outline)
  if (face.dashed) ctx.setLineDash([5, 4])
  ctx.stroke(outline)
  if (face.dashed) ctx.setLineDash([])
  if (face.fold) ctx.stroke(new Path2D(face.fold))
  for (const text of face.texts) if (text.role === 'title') paintText(ctx, text, paints[text.paint])
  if (print > 0) paintPrint(ctx, face, paints, print)
  ctx.translate(-x, -y)
}

/** Everything below the title. */
function paintPrint(ctx: CanvasRenderingContext2D, face: Face, paints: Paints, print: number): void {
  const { globalAlpha } = ctx
  ctx.globalAlpha = globalAlpha * print
  for (const text of face.texts) if (text.role !== 'title') paintText(ctx, text, paints[text.paint])
  for (const glyph of face.glyphs) paintGlyph(ctx, glyph, paints[glyph.paint])
  if (face.owner) paintOwner(ctx, face.owner, paints[face.owner.paint])
  ctx.globalAlpha = globalAlpha
}

function paintText(ctx: CanvasRenderingContext2D, text: FaceText, colour: string): void {
  ctx.font = `${text.weight} ${text.size}px ${typeface}`
  ctx.fillStyle = colour
  ctx.fillText(text.text, text.x, text.y)
}

function paintGlyph(ctx: CanvasRenderingContext2D, { glyph, x, y, size }: FaceGlyph, colour: string): void {
  let paths = glyphs.get(glyph)
  if (!paths) {
    paths = { line: new Path2D(glyph.line), solid: glyph.solid ? new Path2D(glyph.solid) : null }
    glyphs.set(glyph, paths)
  }
  const scale = size / 16
  ctx.translate(x, y)
  ctx.scale(scale, scale)
  ctx.lineWidth = 1.5
  ctx.strokeStyle = colour
  ctx.stroke(paths.line)
  if (paths.solid) {
    ctx.fillStyle = colour
    ctx.fill(paths.solid)
  }
  ctx.scale(1 / scale, 1 / scale)
  ctx.translate(-x, -y)
}

function paintOwner(ctx: CanvasRenderingContext2D, owner: NonNullable<Face['owner']>, colour: string): void {
  ctx.beginPath()
  ctx.arc(owner.cx, owner.cy, owner.r, 0, 2 * Math.PI)
  ctx.lineWidth = 1.25
  ctx.strokeStyle = colour
  if (owner.vacant) ctx.setLineDash([2, 2])
  ctx.stroke()
  if (owner.vacant) ctx.setLineDash([])
}
