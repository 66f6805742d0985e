'use client'
import { useStore } from 'zustand'
import { type Box, boxOf } from '#lib/layout/layout.ts'
import { curvePath, linkCurve } from '#lib/layout/lines.ts'
import type { Drop } from './drop-zone.ts'
import type { Viewport } from './handle.ts'
import type { CanvasParts } from './parts.ts'
import type { LinkDraft } from './pointing.ts'
import { useViewport } from './use-camera.ts'
import { toScreen } from './viewport.ts'

/** What a gesture shows while it lasts: the box of a selection, where a branch would land, a link on its way. */
export function GestureLines({ parts }: { readonly parts: CanvasParts }) {
  const band = useStore(parts.pointing, (pointing) => pointing.band)
  const drop = useStore(parts.pointing, (pointing) => pointing.drag?.drop ?? null)
  const link = useStore(parts.pointing, (pointing) => pointing.link)
  if (!band && !drop && !link) return null
  return (
    <svg className="bb-layer" aria-hidden="true">
      {band && (
        <rect className="bb-band" x={band.x} y={band.y} width={band.width} height={band.height} rx={3} />
      )}
      {drop && <DropPreview parts={parts} drop={drop} />}
      {link && <LinkPreview parts={parts} link={link} />}
    </svg>
  )
}

function DropPreview({
  parts: { camera, scene },
  drop,
}: {
  readonly parts: CanvasParts
  readonly drop: Drop
}) {
  const view = useViewport(camera)
  const parent = drop.parent === null ? null : boxOf(scene.layout(), drop.parent)
  const box = onScreen(view, drop.preview)
  if (drop.zone === 'in') return <rect className="bb-drop-in" {...inflated(box, 4)} rx={10} />
  return (
    <>
      {parent && <rect className="bb-drop-parent" {...inflated(onScreen(view, parent), 4)} rx={10} />}
      <line className="bb-drop-line" x1={box.x} y1={box.y} x2={box.x + box.width} y2={box.y + box.height} />
      <circle className="bb-drop-dot" cx={box.x} cy={box.y} r={4} />
      <circle className="bb-drop-dot" cx={box.x + box.width} cy={box.y + box.height} r={4} />
    </>
  )
}

function LinkPreview({
  parts: { camera, scene },
  link,
}: {
  readonly parts: CanvasParts
  readonly link: LinkDraft
}) {
  const view = useViewport(camera)
  const from = boxOf(scene.layout(), link.from)
  const to = link.to === null ? null : boxOf(scene.layout(), link.to)
  if (!from) return null
  const start = onScreen(view, from)
  const end = to ? onScreen(view, to) : link.at && { ...link.at, width: 0, height: 0 }
  return (
    <>
      <rect className="bb-drop-parent" {...inflated(start, 4)} rx={10} />
      {to && <rect className="bb-drop-in" {...inflated(onScreen(view, to), 4)} rx={10} />}
      {end && <path className="bb-link-draft" d={curvePath(linkCurve(start, end))} />}
    </>
  )
}

function onScreen(view: Viewport, box: Box): Box {
  const corner = toScreen(view, box)
  return { x: corner.x, y: corner.y, width: box.width * view.zoom, height: box.height * view.zoom }
}

const inflated = ({ x, y, width, height }: Box, by: number) => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})
