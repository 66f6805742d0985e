import type { Box } from '#lib/layout/layout.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { joined } from './changed-area.ts'
import { common, type Frame, frameFor, isWorn } from './frame.ts'
import type { Viewport } from './handle.ts'
import { paintBoard } from './paint-board.ts'
import { marksBox, paintMarks } from './paint-marks.ts'
import type { CanvasParts } from './parts.ts'
import { themeAround, watchTheme } from './theme.ts'
import { contains, grown, visibleBox } from './viewport.ts'

/** Milliseconds without zooming after which the bitmap is drawn sharp again. */
const settleTime = 140

/** A redraw below this many milliseconds is done in every frame of a zoom, for sharpness throughout. */
const cheap = 7

/** Board pixels around the content that rings, knobs and bent links may need. */
const rim = 160

/**
 * Keeps two bitmaps in `host` in step with the scene: the board, and over it the marks (selection, find, other people).
 * Panning only moves them by CSS. They are redrawn when the frame runs out or a zoom settles; a change of the board
 * redraws only what it touches, first where the person looks and the rest of the bitmap when they pause.
 */
export function createPainter(host: HTMLElement, parts: CanvasParts): { readonly destroy: () => void } {
  const { scene, camera, pointing } = parts
  const board = addBitmap(host)
  const marks = addBitmap(host)
  let theme: Theme = themeAround(host)
  let frame: Frame | null = null
  let marksFrame: Frame | null = null
  let dirty: Dirty = 'all'
  let marksDirty = true
  let lastCost = 0
  let settle: ReturnType<typeof setTimeout> | undefined
  let request = 0

  const content = () => grown(scene.layout().bounds, rim)
  const wake = () => {
    if (request === 0) request = requestAnimationFrame(paint)
  }
  const soil = (area: Dirty) => {
    dirty = merged(dirty, area)
    marksDirty = true
    wake()
  }
  const onScene = (what: 'board' | 'marks', area: Box | null) =>
    soil(what === 'marks' ? null : (area ?? 'seen'))

  function paint(now: number): void {
    request = 0
    if (scene.step(now)) soil('seen')
    if (dirty !== null) paintDirty(dirty)
    dirty = null
    if (marksDirty && frame) {
      marksFrame = { ...frame, box: onPixels(frame, marksBox(parts, frame)) }
      const ctx = prepare(marks, marksFrame)
      if (ctx) paintMarks(ctx, parts, theme, marksFrame)
      marksDirty = false
    }
    place()
  }

  function paintDirty(area: Box | 'seen' | 'all'): void {
    const kept = area === 'all' ? null : stillServing()
    if (kept && area !== 'all') repaint(kept, area)
    else {
      const started = performance.now()
      frame = frameFor(camera.view(), camera.size(), content(), devicePixelRatio)
      const ctx = prepare(board, frame)
      if (ctx) paintBoard(ctx, parts, theme, frame)
      lastCost = performance.now() - started
    }
    marksDirty = true
  }

  /** The frame, when it can stay and only part of it need be drawn again. */
  const stillServing = () =>
    frame?.density === devicePixelRatio && isWorn(frame, camera.view(), camera.size(), content()) === 'no'
      ? frame
      : null

  function repaint(kept: Frame, area: Box | 'seen'): void {
    const seen = common(kept.box, visibleBox(camera.view(), camera.size()))
    const piece = area === 'seen' ? seen : common(grown(area, 2 / kept.zoom), seen)
    const ctx = board.getContext('2d')
    if (ctx && piece.width > 0 && piece.height > 0) {
      ctx.save()
      const cut = clipTo(ctx, kept, piece)
      paintBoard(ctx, parts, theme, cut)
      ctx.restore()
    }
    if (area !== 'seen' && contains(seen, common(area, kept.fresh))) return
    frame = { ...kept, fresh: common(kept.fresh, seen) }
    soilLater()
  }

  const soilLater = () => {
    clearTimeout(settle)
    settle = setTimeout(() => soil('all'), settleTime)
  }

  /** Moves the bitmaps to where the viewport wants them. */
  function place(): void {
    const view = camera.view()
    if (frame) board.style.transform = transformFor(frame, view)
    if (marksFrame) marks.style.transform = transformFor(marksFrame, view)
  }

  function onCamera(): void {
    place()
    if (!frame) {
      wake()
      return
    }
    const worn = isWorn(frame, camera.view(), camera.size(), content())
    if (worn === 'now' || (worn === 'soon' && lastCost < cheap)) soil('all')
    else if (worn === 'soon') soilLater()
  }

  const leave = [
    scene.subscribe(onScene),
    camera.subscribe(onCamera),
    pointing.subscribe((now, before) => {
      if (now.drag?.branch !== before.drag?.branch) soil('seen')
    }),
    watchTheme(() => {
      theme = themeAround(host)
      soil('all')
    }),
  ]
  paint(performance.now())
  return {
    destroy() {
      for (const each of leave) each()
      clearTimeout(settle)
      cancelAnimationFrame(request)
      board.remove()
      marks.remove()
    },
  }
}

/** What of the board has to be drawn again: a part, what is in sight, the whole bitmap, or nothing. */
type Dirty = Box | 'seen' | 'all' | null

function merged(a: Dirty, b: Dirty): Dirty {
  if (a === null || b === null) return a ?? b
  if (a === 'all' || b === 'all') return 'all'
  return a === 'seen' || b === 'seen' ? 'seen' : joined(a, b)
}

/** Where a viewport wants a bitmap. */
function transformFor({ box, zoom }: Frame, view: Viewport): string {
  const left = snap(box.x * view.zoom + view.x)
  const top = snap(box.y * view.zoom + view.y)
  return `translate(${left}px, ${top}px) scale(${view.zoom / zoom})`
}

const snap = (at: number) => Math.round(at * devicePixelRatio) / devicePixelRatio

function addBitmap(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.cssText =
    'position:absolute;left:0;top:0;transform-origin:0 0;will-change:transform;pointer-events:none'
  host.append(canvas)
  return canvas
}

/** Sizes a bitmap for a frame, wipes it and sets it to board pixels; null when there is nothing to draw on. */
function prepare(canvas: HTMLCanvasElement, frame: Frame): CanvasRenderingContext2D | null {
  const { box, zoom, density } = frame
  const scale = zoom * density
  const width = Math.ceil(box.width * scale - 1e-6)
  const height = Math.ceil(box.height * scale - 1e-6)
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
    canvas.style.width = `${width / density}px`
    canvas.style.height = `${height / density}px`
  }
  const ctx = width > 0 && height > 0 ? canvas.getContext('2d') : null
  ctx?.setTransform(1, 0, 0, 1, 0, 0)
  ctx?.clearRect(0, 0, width, height)
  if (ctx) toBoardPixels(ctx, frame)
  return ctx
}

/** Wipes a part of a bitmap and keeps all drawing inside it; answers that part, on whole pixels, as a frame of its own. */
function clipTo(ctx: CanvasRenderingContext2D, frame: Frame, part: Box): Frame {
  const scale = frame.zoom * frame.density
  const box = onPixels(frame, part)
  const corner = [
    Math.round((box.x - frame.box.x) * scale),
    Math.round((box.y - frame.box.y) * scale),
  ] as const
  const size = [Math.round(box.width * scale), Math.round(box.height * scale)] as const
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.beginPath()
  ctx.rect(...corner, ...size)
  ctx.clip()
  ctx.clearRect(...corner, ...size)
  toBoardPixels(ctx, frame)
  return { ...frame, box }
}

/** A part of a frame, grown to whole pixels of its bitmap. */
function onPixels({ box, zoom, density }: Frame, part: Box): Box {
  const scale = zoom * density
  const left = Math.floor((part.x - box.x) * scale)
  const top = Math.floor((part.y - box.y) * scale)
  const width = Math.ceil((part.x + part.width - box.x) * scale) - left
  const height = Math.ceil((part.y + part.height - box.y) * scale) - top
  return { x: box.x + left / scale, y: box.y + top / scale, width: width / scale, height: height / scale }
}

function toBoardPixels(ctx: CanvasRenderingContext2D, { box, zoom, density }: Frame): void {
  const scale = zoom * density
  ctx.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
}
