import { isFiltering, matchesFilter } from '#components/board/filter.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { detailAt, isReadable, printAt } from './detail.ts'
import type { Frame } from './frame.ts'
import { paintBlocks } from './paint-blocks.ts'
import { paintFace, typeface } from './paint-face.ts'
import { paintKnob } from './paint-knob.ts'
import { paintLines } from './paint-lines.ts'
import { paintLinks } from './paint-links.ts'
import { paintTitles } from './paint-titles.ts'
import type { CanvasParts } from './parts.ts'
import type { Scene } from './scene.ts'

/** How much of a node stays visible when the filter leaves it out, and while it is being dragged elsewhere. */
const dimmed = 0.22
const lifted = 0.5

const painters = { blocks: paintBlocks, titles: paintTitles, cards: paintCards } as const

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
  painters[detailAt(frame.zoom)](ctx, scene, theme, frame, seen, alphaOf)
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
  { zoom }: Frame,
  seen: Int32Array,
  alphaOf: (i: number) => number,
): void {
  const { x, y } = scene.places()
  const print = printAt(zoom)
  for (const i of seen) {
    ctx.globalAlpha = alphaOf(i)
    paintFace(ctx, scene.face(i), theme, x[i] as number, y[i] as number, print)
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
