'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { inputStyle, labelStyle } from '#components/ui/field-style.ts'

/** Something to take along, such as a link, with a button that copies it. */
export function CopyField({
  label,
  hint,
  value,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
}) {
  const t = useTranslations('app')
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="flex flex-col gap-1.5 rounded-panel bg-leaf-soft p-4">
      <label htmlFor={id} className={labelStyle}>
        {label}
      </label>
      {hint !== undefined && <p className="text-ink-soft text-sm">{hint}</p>}
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={inputStyle}
        />
        <Button onClick={copy} aria-live="polite">
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
    </div>
  )
}
