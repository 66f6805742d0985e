'use client'
import { useLocale, useMessages } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { type FigureOptions, toFigure } from '#lib/export/figure.ts'
import { exportFormats, fileName } from '#lib/export/index.ts'
import type { FigureLabels } from '#lib/export/labels.ts'
import type { ExportChoice } from './export-choice.ts'
import { figureFonts } from './figure-fonts.ts'
import { useTree, useView } from './use-board.ts'

/** A file as it would be saved now; a PNG is made by the server and shows here as the figure it is made from. */
export type ExportFile = {
  readonly name: string
  readonly mediaType: string
  /** The content of a text file, or of the figure. */
  readonly text: string
  /** The figure to look at, null for a text. */
  readonly svg: string | null
  /** Height by width of a figure. */
  readonly ratio: number | null
}

/** The file of a choice, made anew whenever the board, the view or the choice changes; `branch` null takes the whole board. */
export function useExportFile(choice: ExportChoice, branch: string | null): ExportFile {
  const tree = useTree()
  const options = useFigureOptions(choice, branch)
  const { format } = choice
  return useMemo(() => {
    const title = branch === null ? tree.meta.title : (tree.nodes.get(branch)?.title ?? '')
    const file = { name: fileName(title, format), mediaType: exportFormats[format].mediaType }
    if (format !== 'svg' && format !== 'png')
      return { ...file, text: exportFormats[format].write(tree, options), svg: null, ratio: null }
    const { svg, width, height } = toFigure(tree, options)
    return { ...file, text: svg, svg, ratio: height / width }
  }, [tree, options, format, branch])
}

function useFigureOptions({ folded, theme }: ExportChoice, branch: string | null): FigureOptions {
  const labels = useMessages() as unknown as FigureLabels
  const language = useLocale() === 'en' ? 'en' : 'nl'
  const orientation = useView((view) => view.orientation)
  const collapsed = useView((view) => view.collapsed)
  const fontFaces = useFigureFonts()
  return useMemo(
    () => ({
      labels,
      language,
      branch,
      orientation,
      collapsed: folded ? collapsed : new Set<string>(),
      theme,
      legend: true,
      date: localDay(new Date()),
      fontFaces,
    }),
    [labels, language, branch, orientation, collapsed, folded, theme, fontFaces],
  )
}

/** The page's fonts to put inside a figure, once they are there. */
function useFigureFonts(): string | undefined {
  const [faces, setFaces] = useState<string | undefined>()
  useEffect(() => {
    let isWanted = true
    figureFonts().then((css) => isWanted && setFaces(css))
    return () => {
      isWanted = false
    }
  }, [])
  return faces
}

/** The day where this person is, `2027-04-30`. */
const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
