import { type ExportFormatName, isExportFormat } from '#lib/export/index.ts'

/** The themes of a figure; `print` is black on white. */
export const figureThemes = ['print', 'light', 'dark'] as const
export type FigureTheme = (typeof figureThemes)[number]

/** What was chosen in the export dialog last time, on whatever board. */
export type ExportChoice = {
  readonly format: ExportFormatName
  readonly part: 'whole' | 'branch'
  /** Whether branches folded on screen stay folded in a figure. */
  readonly folded: boolean
  readonly theme: FigureTheme
  /** Of a PNG: pixels across and dots per inch. */
  readonly width: number
  readonly dpi: number
}

/** What a PNG may be; the server holds the same limits. */
export const pngLimits = { width: { min: 200, max: 12_000 }, dpi: { min: 36, max: 1_200 } } as const

const initial: ExportChoice = {
  format: 'svg',
  part: 'whole',
  folded: true,
  theme: 'print',
  width: 3_200,
  dpi: 192,
}
const key = 'bollenboom.export'

/** The choice of last time, with the default for what cannot be read. */
export function readChoice(storage: Storage | null): ExportChoice {
  let stored: Record<string, unknown> = {}
  try {
    stored = Object(JSON.parse(storage?.getItem(key) ?? '{}'))
  } catch {
    // What cannot be read is as good as never chosen.
  }
  return {
    format:
      typeof stored.format === 'string' && isExportFormat(stored.format) ? stored.format : initial.format,
    part: stored.part === 'branch' ? 'branch' : initial.part,
    folded: typeof stored.folded === 'boolean' ? stored.folded : initial.folded,
    theme: figureThemes.find((theme) => theme === stored.theme) ?? initial.theme,
    width: isWithin(stored.width, pngLimits.width) ? stored.width : initial.width,
    dpi: isWithin(stored.dpi, pngLimits.dpi) ? stored.dpi : initial.dpi,
  }
}

export function keepChoice(storage: Storage | null, choice: ExportChoice): void {
  try {
    storage?.setItem(key, JSON.stringify(choice))
  } catch {
    // A full or forbidden storage costs this memory, nothing else.
  }
}

/** Whether a value is a whole number in a range. */
export const isWithin = (
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): value is number => Number.isInteger(value) && (value as number) >= min && (value as number) <= max
