import type { BoardLink } from '#lib/board/tree.ts'
import type { Box } from '#lib/layout/layout.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { detailAt } from './detail.ts'
import { common, type Frame } from './frame.ts'
import { outlineOf } from './paint-face.ts'
import { paintLabels } from './paint-labels.ts'
import { accentLinks } from './paint-links.ts'
import type { CanvasParts } from './parts.ts'
import { boxIn } from './places.ts'
import { around, grown } from './viewport.ts'

/** Screen pixels. */
const ring = { selected: 2.5, found: 3, peer: 2 } as const

/** Screen pixels that a ring reaches beyond its node. */
const widest = 12

/** With more nodes selected than this, their links would say nothing. */
const mostWithLinks = 8

/** The part of a frame that marks lie in: a bitmap of that size is all they need. */
export function marksBox({ session, scene }: CanvasParts, { box, zoom }: Frame): Box {
  if (detailAt(zoom) === 'blocks') return box
  const { selected, selectedLink, found } = session.view.getState()
  const layout = scene.layout()
  const room = widest / zoom
  let all: Box | null = null
  const add = (part: Box) => {
    all = all ? around(all, part) : part
  }
  const ringed = [...selected, ...session.presence.peers().flatMap((peer) => peer.selected)]
  for (const id of found === null ? ringed : [...ringed, found]) {
    const i = layout.indexOf.get(id)
    if (i !== undefined) add(grown(boxIn(scene, i), room))
  }
  const isMarked = linkMarks(selected)
  for (const placed of scene.links())
    if (placed.link.id === selectedLink || isMarked(placed.link)) add(grown(placed.box, room))
  return all ? common(box, all) : { x: box.x, y: box.y, width: 0, height: 0 }
}

/** Which links stand out because a node at one of their ends is selected. */
function linkMarks(selected: readonly string[]): (link: BoardLink) => boolean {
  if (selected.length === 0 || selected.length > mostWithLinks) return () => false
  const chosen = new Set(selected)
  return ({ from, to }) => chosen.has(from) || chosen.has(to)
}

/** Draws what belongs to people and not to the board: selection, the node found, the rings of others, the chosen link. */
export function paintMarks(
  ctx: CanvasRenderingContext2D,
  { session, scene }: CanvasParts,
  theme: Theme,
  frame: Frame,
): void {
  const { selected, selectedLink, found, editing } = session.view.getState()
  const { x, y } = scene.places()
  const layout = scene.layout()
  const pixel = 1 / frame.zoom
  paintLabels(ctx, scene, theme, frame)
  const draw = (id: string, colour: string, width: number, gap: number, dash: readonly number[] = []) => {
    const i = layout.indexOf.get(id)
    if (i === undefined) return
    const left = x[i] as number
    const top = y[i] as number
    const around = layout.width[i] as number
    const high = layout.height[i] as number
    const out = (gap + width / 2) * pixel
    ctx.save()
    ctx.strokeStyle = colour
    ctx.lineWidth = width * pixel
    ctx.setLineDash(dash.map((length) => length * pixel))
    ctx.translate(left - out, top - out)
    // The ring follows the node's own shape: the outline stretched over a slightly larger box.
    const stretchX = (around + 2 * out) / around
    const stretchY = (high + 2 * out) / high
    const path = new Path2D()
    path.addPath(outlineOf(scene.face(i)), new DOMMatrix([stretchX, 0, 0, stretchY, 0, 0]))
    ctx.stroke(path)
    ctx.restore()
  }
  accentLinks(ctx, scene, theme, frame, { colour: theme.ink, width: 1.6 }, linkMarks(selected))
  if (selectedLink !== null)
    accentLinks(ctx, scene, theme, frame, { colour: theme.focus, width: 3 }, ({ id }) => id === selectedLink)
  for (const peer of session.presence.peers())
    for (const id of peer.selected) draw(id, peer.colour, ring.peer, 5)
  for (const id of selected) if (id !== editing?.id) draw(id, theme.focus, ring.selected, 2)
  if (found !== null) draw(found, theme.alert, ring.found, 6, [7, 5])
}
