import type { Theme } from '#lib/layout/palette.ts'
import { type Frame, frameFor, isWorn } from './frame.ts'
import { paintBoard } from './paint-board.ts'
import { paintMarks } from './paint-marks.ts'
import type { CanvasParts } from './parts.ts'
import { themeAround, watchTheme } from './theme.ts'
import { grown } from './viewport.ts'

/** Milliseconds without zooming after which the bitmap is drawn sharp again. */
const settleTime = 140

/** A redraw below this many milliseconds is done in every frame of a zoom, for sharpness throughout. */
const cheap = 7

/** Board pixels around the content that rings, knobs and bent links may need. */
const rim = 160

/**
 * Keeps two bitmaps in `host` in step with the scene: the board, and over it the marks (selection, find, other people).
 * Panning only moves them by CSS; they are redrawn when the board changes, when the frame runs out or when a zoom settles.
 */
export function createPainter(host: HTMLElement, parts: CanvasParts): { readonly destroy: () => void } {
  const { scene, camera, pointing } = parts
  const board = addBitmap(host)
  const marks = addBitmap(host)
  let theme: Theme = themeAround(host)
  let frame: Frame | null = null
  let boardDirty = true
  let marksDirty = true
  let lastCost = 0
  let settle: ReturnType<typeof setTimeout> | undefined
  let request = 0

  const content = () => grown(scene.layout().bounds, rim)
  const wake = () => {
    if (request === 0) request = requestAnimationFrame(paint)
  }
  const soil = (what: 'board' | 'marks') => {
    if (what === 'board') boardDirty = true
    marksDirty = true
    wake()
  }

  function paint(now: number): void {
    request = 0
    if (scene.step(now)) soil('board')
    const view = camera.view()
    const started = performance.now()
    if (boardDirty) {
      frame = frameFor(view, camera.size(), content(), devicePixelRatio)
      const ctx = prepare(board, frame)
      if (ctx) paintBoard(ctx, parts, theme, frame)
      marksDirty = true
      boardDirty = false
      lastCost = performance.now() - started
    }
    if (marksDirty && frame) {
      const ctx = prepare(marks, frame)
      if (ctx) paintMarks(ctx, parts, theme, frame)
      marksDirty = false
    }
    place()
  }

  /** Moves the bitmaps to where the viewport wants them. */
  function place(): void {
    if (!frame) return
    const view = camera.view()
    const scale = view.zoom / frame.zoom
    const left = snap(frame.box.x * view.zoom + view.x)
    const top = snap(frame.box.y * view.zoom + view.y)
    const transform = `translate(${left}px, ${top}px) scale(${scale})`
    board.style.transform = transform
    marks.style.transform = transform
  }

  function onCamera(): void {
    place()
    if (!frame) {
      wake()
      return
    }
    const worn = isWorn(frame, camera.view(), camera.size(), content())
    if (worn === 'now' || (worn === 'soon' && lastCost < cheap)) soil('board')
    else if (worn === 'soon') {
      clearTimeout(settle)
      settle = setTimeout(() => soil('board'), settleTime)
    }
  }

  const leave = [
    scene.subscribe(soil),
    camera.subscribe(onCamera),
    pointing.subscribe((now, before) => {
      if (now.drag?.branch !== before.drag?.branch) soil('board')
    }),
    watchTheme(() => {
      theme = themeAround(host)
      soil('board')
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

const snap = (at: number) => Math.round(at * devicePixelRatio) / devicePixelRatio

function addBitmap(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.cssText =
    'position:absolute;left:0;top:0;transform-origin:0 0;will-change:transform;pointer-events:none'
  host.append(canvas)
  return canvas
}

/** Sizes a bitmap for a frame, wipes it and sets it to board pixels; null when there is nothing to draw on. */
function prepare(canvas: HTMLCanvasElement, { box, zoom, density }: Frame): CanvasRenderingContext2D | null {
  const scale = zoom * density
  const width = Math.ceil(box.width * scale)
  const height = Math.ceil(box.height * scale)
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
    canvas.style.width = `${width / density}px`
    canvas.style.height = `${height / density}px`
  }
  const ctx = width > 0 && height > 0 ? canvas.getContext('2d') : null
  ctx?.setTransform(1, 0, 0, 1, 0, 0)
  ctx?.clearRect(0, 0, width, height)
  ctx?.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
  return ctx
}
