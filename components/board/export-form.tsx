'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { type Dispatch, useState } from 'react'
import { Select } from '#components/ui/select.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { BoardNode } from '#lib/board/tree.ts'
import { type ExportFormatName, exportFormats } from '#lib/export/index.ts'
import { type ExportChoice, figureThemes, isWithin, pngLimits } from './export-choice.ts'
import type { ExportFile } from './use-export-file.ts'

type Props = {
  readonly choice: ExportChoice
  /** The selected node, whose branch can be taken alone. */
  readonly branch: BoardNode | null
  readonly file: ExportFile
  readonly onChange: Dispatch<Partial<ExportChoice>>
}

const formatNames = Object.keys(exportFormats) as ExportFormatName[]

/** What goes in the file. Figures and images have more to choose than texts. */
export function ExportForm({ choice, branch, file, onChange }: Props) {
  const t = useTranslations('board.export')
  const { format, part, folded, theme } = choice
  const isFigure = format === 'svg' || format === 'png'
  const parts = [
    { value: 'whole' as const, label: t('whole') },
    ...(branch ? [{ value: 'branch' as const, label: t('branch', { title: shortened(branch.title) }) }] : []),
  ]
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('format')}
        value={format}
        options={formatNames.map((value) => ({ value, label: t(`formats.${value}`) }))}
        onChange={(next) => onChange({ format: next })}
      />
      <Select
        label={t('part')}
        value={branch ? part : 'whole'}
        options={parts}
        onChange={(next) => onChange({ part: next })}
      />
      {isFigure && (
        <>
          <Select
            label={t('theme')}
            value={theme}
            options={figureThemes.map((value) => ({ value, label: t(`themes.${value}`) }))}
            onChange={(next) => onChange({ theme: next })}
          />
          <Switch label={t('folded')} checked={folded} onChange={(next) => onChange({ folded: next })} />
        </>
      )}
      {format === 'png' && <PixelFields choice={choice} file={file} onChange={onChange} />}
    </div>
  )
}

const shortened = (title: string) => (title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title)

function PixelFields({ choice, file, onChange }: Omit<Props, 'branch'>) {
  const t = useTranslations('board.export')
  const format = useFormatter()
  const { width, dpi } = choice
  const cm = (pixels: number) => format.number((pixels / dpi) * 2.54, { maximumFractionDigits: 1 })
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('width')}
          value={width}
          range={pngLimits.width}
          onChange={(next) => onChange({ width: next })}
        />
        <NumberField
          label={t('dpi')}
          value={dpi}
          range={pngLimits.dpi}
          onChange={(next) => onChange({ dpi: next })}
        />
      </div>
      {file.ratio !== null && (
        <p className="text-ink-soft text-sm">
          {t('physical', { width: cm(width), height: cm(width * file.ratio) })}
        </p>
      )}
    </div>
  )
}

type NumberProps = {
  readonly label: string
  readonly value: number
  readonly range: { readonly min: number; readonly max: number }
  readonly onChange: Dispatch<number>
}

/** A whole number in a range; what is out of range is said and not taken over. */
function NumberField({ label, value, range, onChange }: NumberProps) {
  const t = useTranslations('board.export')
  const [draft, setDraft] = useState(String(value))
  const change = (text: string) => {
    setDraft(text)
    if (isWithin(Number(text), range)) onChange(Number(text))
  }
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={draft}
      error={isWithin(Number(draft), range) ? undefined : t('outOfRange', range)}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
