'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { copyPng, copyText } from './clipboard-write.ts'
import type { ExportChoice } from './export-choice.ts'
import { fetchPng, wishOf } from './figure-request.ts'
import { useOpenBoard } from './use-board.ts'
import type { ExportFile } from './use-export-file.ts'

type Props = { readonly choice: ExportChoice; readonly node: string | null; readonly file: ExportFile }

/** Saves the file, or puts the image or the text on the clipboard. */
export function ExportActions({ choice, node, file }: Props) {
  const t = useTranslations('board.export')
  const toast = useToast()
  const { session, connection } = useOpenBoard()
  const [busy, setBusy] = useState(false)
  const isFigure = choice.format === 'svg' || choice.format === 'png'

  const png = () => {
    const { folded, theme, width, dpi } = choice
    const wish = wishOf(session)
    return fetchPng(session, connection, {
      ...wish,
      ...(!folded && { collapsed: [] }),
      node,
      theme,
      width,
      dpi,
    })
  }
  const busyWith = async (work: () => Promise<void>) => {
    setBusy(true)
    await work().catch(() => toast(t('failed'), { tone: 'refusal' }))
    setBusy(false)
  }
  const save = () =>
    busyWith(async () =>
      download(
        choice.format === 'png' ? await png() : new Blob([file.text], { type: file.mediaType }),
        file.name,
      ),
    )
  const copyImage = () =>
    busyWith(async () => {
      const image = png()
      const copied = await copyPng(image)
      await image
      toast(t(copied ? 'copied' : 'notAllowed'))
    })
  const copy = () =>
    busyWith(async () => {
      toast(t((await copyText(file.text)) ? 'copiedText' : 'notAllowed'))
    })
  return (
    <>
      <Button busy={busy} onClick={isFigure ? copyImage : copy}>
        {t(isFigure ? 'copyImage' : 'copyText')}
      </Button>
      <Button tone="primary" busy={busy} onClick={save}>
        {t(busy ? 'busy' : 'download')}
      </Button>
    </>
  )
}

/** Hands a file to the browser to save. */
function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the address after the click; give it time before taking the address back.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
