'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ExportFile } from './use-export-file.ts'

/** What the file will look like: the figure itself, or the beginning of the text. */
export function ExportPreview({ file }: { readonly file: ExportFile }) {
  const t = useTranslations('board.export')
  const url = useObjectUrl(file.svg)
  if (url !== null)
    return (
      <figure className="flex min-h-60 items-center justify-center overflow-hidden rounded-panel border border-line bg-paper-sunken p-4">
        {/* biome-ignore lint/performance/noImgElement: the picture is made on this page, there is nothing to fetch. */}
        <img src={url} alt={t('preview')} className="max-h-[52dvh] max-w-full bg-white" />
      </figure>
    )
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t('previewText')}
      className="max-h-[56dvh] min-h-60 overflow-auto rounded-panel border border-line bg-paper p-3"
    >
      <pre className="text-sm [tab-size:2]">
        {file.text.slice(0, previewLength)}
        {file.text.length > previewLength && '\n…'}
      </pre>
    </section>
  )
}

const previewLength = 20_000

/** An address for a text made on this page, given back when it is no longer shown. */
function useObjectUrl(svg: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (svg === null) return setUrl(null)
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return url
}
