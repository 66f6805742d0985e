'use client'
import { type PointerEvent, useEffect, useRef } from 'react'
import { coloursOf } from '#lib/layout/face.ts'
import type { Box, Size } from '#lib/layout/layout.ts'
import type { CanvasParts } from './parts.ts'
import { themeAround, watchTheme } from './theme.ts'
import { contains, fitBox, type Point, toBoard, visibleBox } from './viewport.ts'

const size: Size = { width: 176, height: 112 }
const margin = 6

/** Milliseconds between two drawings of the map: it is a sketch, not a second canvas. */
const pause = 250

/** The whole board in small with the part in sight; a press or a drag goes there. Away while everything is in sight. */
export function Minimap({ parts, label }: { readonly parts: CanvasParts; readonly label: string }) {
  const map = useRef<HTMLCanvasElement>(null)
  const window = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const { scene, camera } = parts

  useEffect(() => {
    const canvas = map.current
    if (!canvas) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      waiting = undefined
      drawMap(canvas, parts)
      showWindow()
    }
    const showWindow = () => {
      if (window.current && root.current) placeWindow(window.current, root.current, parts)
    }
    const soon = () => {
      waiting ??= setTimeout(draw, pause)
    }
    draw()
    const leave = [
      scene.subscribe((what) => what === 'board' && soon()),
      camera.subscribe(showWindow),
      watchTheme(soon),
    ]
    return () => {
      for (const each of leave) each()
      clearTimeout(waiting)
    }
  }, [parts, scene, camera])

  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const corner = event.currentTarget.getBoundingClientRect()
    const at = { x: event.clientX - corner.left, y: event.clientY - corner.top }
    const { bounds } = scene.layout()
    camera.centre(nearestIn(bounds, toBoard(mapView(bounds), at)))
  }

  return (
    <div
      ref={root}
      className="bb-map"
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <canvas ref={map} style={size} />
      <div ref={window} className="bb-map-window" />
    </div>
  )
}

/** The point of the board nearest to one beside it: a press beside a narrow tree must not lead to empty paper. */
const nearestIn = ({ x, y, width, height }: Box, point: Point): Point => ({
  x: Math.max(x, Math.min(x + width, point.x)),
  y: Math.max(y, Math.min(y + height, point.y)),
})

const mapView = (content: Box) => fitBox(content, size, margin, 1)

function drawMap(canvas: HTMLCanvasElement, { scene }: CanvasParts): void {
  const density = devicePixelRatio
  canvas.width = size.width * density
  canvas.height = size.height * density
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  const layout = scene.layout()
  const theme = themeAround(canvas)
  const view = mapView(layout.bounds)
  ctx.setTransform(view.zoom * density, 0, 0, view.zoom * density, view.x * density, view.y * density)
  const least = 1.5 / view.zoom
  for (let i = 0; i < layout.ids.length; i++) {
    ctx.fillStyle = coloursOf(theme, scene.face(i)).strong
    ctx.fillRect(
      layout.x[i] as number,
      layout.y[i] as number,
      Math.max(least, layout.width[i] as number),
      Math.max(least, layout.height[i] as number),
    )
  }
}

/** Draws the part in sight and hides the map when that is everything. */
function placeWindow(window: HTMLElement, root: HTMLElement, { scene, camera }: CanvasParts): void {
  const content = scene.layout().bounds
  const seen = visibleBox(camera.view(), camera.size())
  root.toggleAttribute('data-away', contains(seen, content))
  const view = mapView(content)
  window.style.transform = `translate(${seen.x * view.zoom + view.x}px, ${seen.y * view.zoom + view.y}px)`
  window.style.width = `${seen.width * view.zoom}px`
  window.style.height = `${seen.height * view.zoom}px`
}
