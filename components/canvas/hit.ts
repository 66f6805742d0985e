import { knobAt, knobReach, knobsFrom } from './knob.ts'
import { linkAt } from './paint-links.ts'
import type { CanvasParts } from './parts.ts'
import { type Point, toBoard } from './viewport.ts'

/** What lies under a point of the canvas. */
export type Hit =
  | { readonly on: 'paper' }
  | { readonly on: 'node' | 'knob' | 'link' | 'handle'; readonly id: string }

const paper: Hit = { on: 'paper' }

/** The thing a press at `at` (screen pixels) means: a knob before a node, a node before a link, a link before the paper. */
export function hitAt({ scene, camera }: CanvasParts, at: Point): Hit {
  const view = camera.view()
  const point = toBoard(view, at)
  const knob = knobUnder(scene, point, view.zoom)
  if (knob !== null) return { on: 'knob', id: knob }
  const node = scene.layout().ids[scene.grid().at(point.x, point.y)]
  if (node !== undefined) return { on: 'node', id: node }
  const link = linkAt(scene, point, view.zoom)
  return link === null ? paper : { on: 'link', id: link }
}

/** The node whose knob is at a board point. The knob of an open node counts too: it shows while the pointer is near. */
function knobUnder(scene: CanvasParts['scene'], point: Point, zoom: number): string | null {
  if (zoom < knobsFrom) return null
  const reach = knobReach / Math.min(zoom, 1)
  const layout = scene.layout()
  const near = scene
    .grid()
    .inBox({ x: point.x - 3 * reach, y: point.y - 3 * reach, width: 6 * reach, height: 6 * reach })
  for (const i of near) {
    const id = layout.ids[i] as string
    if (scene.tree().childrenOf(id).length === 0) continue
    const knob = knobAt(scene, i)
    if (Math.hypot(knob.x - point.x, knob.y - point.y) <= reach) return id
  }
  return null
}
