'use client'
import { Minus, Plus, Scan } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { Camera } from './camera.ts'
import type { CanvasParts } from './parts.ts'

/** One press of a zoom button. */
const step = 1.25

/** Smaller, the zoom in percent (a press goes to 100 %), larger, and the whole board. */
export function ZoomControls({ parts: { camera, scene } }: { readonly parts: CanvasParts }) {
  const t = useTranslations('canvas')
  return (
    <fieldset className="bb-zoom" aria-label={t('zoom')}>
      <button
        type="button"
        aria-label={t('zoomOut')}
        onClick={() => camera.zoomTo(camera.view().zoom / step)}
      >
        <Minus aria-hidden size={16} strokeWidth={1.75} />
      </button>
      <Percent camera={camera} label={t('zoomTo100')} />
      <button type="button" aria-label={t('zoomIn')} onClick={() => camera.zoomTo(camera.view().zoom * step)}>
        <Plus aria-hidden size={16} strokeWidth={1.75} />
      </button>
      <button type="button" aria-label={t('fit')} onClick={() => camera.show(scene.layout().bounds)}>
        <Scan aria-hidden size={16} strokeWidth={1.75} />
      </button>
    </fieldset>
  )
}

function Percent({ camera, label }: { readonly camera: Camera; readonly label: string }) {
  const readZoom = () => camera.view().zoom
  const zoom = useSyncExternalStore(camera.subscribe, readZoom, readZoom)
  const percent = useFormatter().number(zoom, {
    style: 'percent',
    maximumFractionDigits: zoom < 0.095 ? 1 : 0,
  })
  return (
    <button
      type="button"
      className="bb-percent"
      aria-label={`${percent}, ${label}`}
      onClick={() => camera.zoomTo(1)}
    >
      {percent}
    </button>
  )
}
