import type { Box, Size } from '#lib/layout/layout.ts'
import { detailAt } from './detail.ts'
import type { Viewport } from './handle.ts'
import { contains, grown, visibleBox } from './viewport.ts'

/** Which part of the board is on the bitmap. It is larger than the screen, so that CSS can move it while the person pans. */
export type Frame = {
  /** In board pixels. */
  readonly box: Box
  /** The part of it that shows the board as it is now. */
  readonly fresh: Box
  /** The zoom it was drawn at. */
  readonly zoom: number
  /** Device pixels per CSS pixel. */
  readonly density: number
}

/** Screens drawn beyond each edge: far out much is cheap, near it is not. */
const overscan = { blocks: 1, titles: 0.3, cards: 0.25 } as const

/** Bitmap pixels never exceeded: 64 MB. A larger screen gets less overscan, then less density. */
const mostPixels = 16_000_000

/** The frame to draw for a viewport: the visible part with overscan, cut to `content` (what there is to draw). */
export function frameFor(view: Viewport, size: Size, content: Box, density: number): Frame {
  const seen = visibleBox(view, size)
  const spare = overscan[detailAt(view.zoom)]
  for (const share of [spare, spare / 2, 0]) {
    const wide = {
      x: seen.x - seen.width * share,
      y: seen.y - seen.height * share,
      width: seen.width * (1 + 2 * share),
      height: seen.height * (1 + 2 * share),
    }
    const box = snapped(common(wide, content), view, density)
    if (pixelsOf(box, view.zoom, density) <= mostPixels) return { box, fresh: box, zoom: view.zoom, density }
  }
  const box = common(seen, content)
  return {
    box,
    fresh: box,
    zoom: view.zoom,
    density: Math.max(0.5, density * Math.sqrt(mostPixels / pixelsOf(box, view.zoom, density))),
  }
}

/** Whether a frame still serves a viewport: `now` it does not cover what is seen, `soon` it is only blurred by zoom, `no` it serves. */
export function isWorn(frame: Frame, view: Viewport, size: Size, content: Box): 'now' | 'soon' | 'no' {
  const needed = common(visibleBox(view, size), content)
  if (needed.width > 0 && needed.height > 0 && !contains(grown(frame.fresh, 1 / frame.zoom), needed))
    return 'now'
  const scale = view.zoom / frame.zoom
  if (detailAt(view.zoom) !== detailAt(frame.zoom) || scale > 2.5 || scale < 0.4) return 'now'
  return scale === 1 ? 'no' : 'soon'
}

/** What two boxes share; width and height 0 when nothing. */
export function common(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  }
}

const pixelsOf = (box: Box, zoom: number, density: number) => box.width * box.height * (zoom * density) ** 2

/** Puts the corner on a whole device pixel: text drawn between pixels is blurred. */
function snapped(box: Box, view: Viewport, density: number): Box {
  const left = Math.floor((box.x * view.zoom + view.x) * density) / density
  const top = Math.floor((box.y * view.zoom + view.y) * density) / density
  const x = (left - view.x) / view.zoom
  const y = (top - view.y) / view.zoom
  return { x, y, width: box.width + box.x - x, height: box.height + box.y - y }
}
