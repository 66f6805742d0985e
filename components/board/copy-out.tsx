'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { copyText } from './clipboard-write.ts'
import { textOf } from './unsaved.ts'
import { useOpenBoard } from './use-board.ts'

/** The texts that did not reach the server, to read and to copy. */
export function CopyOut() {
  const t = useTranslations('board.refused')
  const { session, unsaved } = useOpenBoard()
  const [text] = useState(() => textOf(session.store.tree(), unsaved.ids()))
  const [copied, setCopied] = useState(false)
  if (text === '') return <p className="text-ink-soft">{t('nothing')}</p>
  return (
    <div className="flex flex-col items-start gap-3">
      <pre className="max-h-60 w-full overflow-auto whitespace-pre-wrap rounded-panel border border-line bg-paper p-3 font-sans text-sm">
        {text}
      </pre>
      <Button onClick={async () => setCopied(await copyText(text))}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  )
}
