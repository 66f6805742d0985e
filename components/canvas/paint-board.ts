import { isFiltering, matchesFilter } from '#components/board/filter.ts'
import { coloursOf, type Face } from '#lib/layout/face.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { detailAt, isReadable } from './detail.ts'
import type { Frame } from './frame.ts'
import { paintFace, paintText, typeface } from './paint-face.ts'
import { paintKnob } from './paint-knob.ts'
import { paintLines } from './paint-lines.ts'
import { paintLinks } from './paint-links.ts'
import type { CanvasParts } from './parts.ts'
import type { Scene } from './scene.ts'

/** How much of a node stays visible when the filter leaves it out, and while it is being dragged elsewhere. */
const dimmed = 0.22
const lifted = 0.5

/** Below this zoom a line of text is less than a pixel high. */
const barsFrom = 0.14

/** Draws everything in the frame: the tray, tree lines, links, nodes and folding knobs. */
export function paintBoard(
  ctx: CanvasRenderingContext2D,
  parts: CanvasParts,
  theme: Theme,
  frame: Frame,
): void {
  const { scene } = parts
  const seen = nodesIn(scene, frame)
  const alphaOf = alphas(parts)
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  paintTray(ctx, scene, theme, frame)
  paintLines(ctx, scene, theme, frame)
  paintLinks(ctx, scene, theme, frame)
  if (detailAt(frame.zoom) === 'blocks') paintBlocks(ctx, scene, theme, frame, seen, alphaOf)
  else paintCards(ctx, scene, theme, seen, alphaOf)
  paintKnobs(ctx, scene, theme, frame, seen)
  ctx.globalAlpha = 1
}

/** Indexes of the nodes that meet the frame where they are drawn now; during a glide the grid does not know them. */
function nodesIn(scene: Scene, { box }: Frame): Int32Array {
  const layout = scene.layout()
  const places = scene.places()
  if (places === layout) return scene.grid().inBox(box)
  const seen: number[] = []
  for (let i = 0; i < layout.ids.length; i++) {
    const x = places.x[i] as number
    const y = places.y[i] as number
    const meets =
      x < box.x + box.width &&
      box.x < x + (layout.width[i] as number) &&
      y < box.y + box.height &&
      box.y < y + (layout.height[i] as number)
    if (meets) seen.push(i)
  }
  return Int32Array.from(seen)
}

/** How solid each node is drawn. */
function alphas({ session, scene, pointing }: CanvasParts): (i: number) => number {
  const { filter } = session.view.getState()
  const branch = pointing.getState().drag?.branch ?? null
  const filtering = isFiltering(filter)
  if (!filtering && !branch) return () => 1
  const tree = scene.tree()
  return (i) => {
    const node = scene.node(i)
    if (branch?.has(node.id)) return lifted
    return filtering && !matchesFilter(tree, node, filter) ? dimmed : 1
  }
}

function paintCards(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  seen: Int32Array,
  alphaOf: (i: number) => number,
): void {
  const { x, y } = scene.places()
  for (const i of seen) {
    ctx.globalAlpha = alphaOf(i)
    paintFace(ctx, scene.face(i), theme, x[i] as number, y[i] as number)
  }
}

/** Far out: plain blocks in the colour of the axis, and those titles that are still large enough to read. */
function paintBlocks(
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
    if (face.ground !== 'strong') {
      const edge = Math.min(1.25 / zoom, high / 5)
      ctx.fillStyle = face.ground === 'fill' ? colours.fill : theme.surface
      ctx.fillRect(left + 2.5 * edge, top + edge, wide - 3.5 * edge, high - 2 * edge)
    }
    const colour =
      face.ground === 'strong' ? colours.onStrong : face.ground === 'fill' ? colours.onFill : theme.ink
    ctx.translate(left, top)
    paintTitle(ctx, face, colour, zoom)
    ctx.translate(-left, -top)
  }
}

/** A title far out: the text while it can be read, then bars in its place, then nothing. */
function paintTitle(ctx: CanvasRenderingContext2D, face: Face, colour: string, zoom: number): void {
  const readable = isReadable(face.texts[0]?.size ?? 0, zoom)
  if (!readable && zoom < barsFrom) return
  if (!readable) ctx.globalAlpha *= 0.32
  ctx.fillStyle = colour
  for (const text of face.texts) {
    if (text.role !== 'title') continue
    if (readable) paintText(ctx, text, colour)
    else
      ctx.fillRect(
        text.x,
        text.y - text.size * 0.6,
        Math.min(text.text.length * text.size * 0.5, face.width - 2 * text.x),
        text.size * 0.5,
      )
  }
}

function paintKnobs(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  frame: Frame,
  seen: Int32Array,
): void {
  const { hidden } = scene.layout()
  ctx.globalAlpha = 1
  for (const i of seen) if ((hidden[i] as number) > 0) paintKnob(ctx, scene, theme, frame, i)
}

function paintTray(ctx: CanvasRenderingContext2D, scene: Scene, theme: Theme, { zoom }: Frame): void {
  const { tray } = scene.layout()
  if (!tray) return
  ctx.beginPath()
  ctx.roundRect(tray.x, tray.y, tray.width, tray.height, 16)
  ctx.strokeStyle = theme.faint
  ctx.lineWidth = Math.max(1.5, 1 / zoom)
  ctx.setLineDash([6, 6])
  ctx.stroke()
  ctx.setLineDash([])
  if (!isReadable(13, zoom)) return
  ctx.font = `400 13px ${typeface}`
  ctx.fillStyle = theme.muted
  ctx.fillText(scene.trayName, tray.x + 16, tray.y - 8)
}
