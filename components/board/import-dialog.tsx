'use client'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import { ImportNotes } from '#components/pages/import-notes.tsx'
import { useProblemText } from '#components/pages/use-problem-text.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { limits } from '#lib/board/schema.ts'
import { decodeText, largestFile } from '#lib/import/decode.ts'
import { problem } from '#lib/result.ts'
import { BranchPreview, countOf } from './branch-preview.tsx'
import { isBoardJson, pasteTarget, textToBranch } from './paste.ts'
import { lineCount, textParts } from './text-parts.ts'
import { useOpenBoard, useTree } from './use-board.ts'

/** Adds a list: shows first what it becomes, and takes a very long one in parts. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('board.import')
  const { session, shell } = useOpenBoard()
  const [text, setText] = useState(() => shell.getState().incoming ?? '')
  const [part, setPart] = useState(0)
  const [parent] = useState(() => pasteTarget(session))
  const parts = partsOf(text)
  const branch = textToBranch(parts[part] ?? '')
  const count = branch.ok ? countOf(branch.value.outline) : 0

  const close = () => {
    shell.setState({ incoming: null })
    onClose()
  }
  const change = (next: string) => {
    setText(next)
    setPart(0)
  }
  const apply = () => {
    if (!branch.ok || !session.run('clipboard.insert', { branch: branch.value, parent }).ok) return
    if (part + 1 < parts.length) setPart(part + 1)
    else close()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('title')}
      description={t('intro')}
      actions={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button tone="primary" disabled={count === 0} onClick={apply}>
            {t('apply', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Source text={text} onChange={change} />
        {parts.length > 1 && (
          <p className="rounded-panel bg-sun-soft px-4 py-2 text-sun">
            {t('part', {
              lines: lineCount(text),
              limit: limits.pasteLines,
              part: part + 1,
              parts: parts.length,
            })}
          </p>
        )}
        <Result branch={branch} count={count} parent={parent} empty={text.trim() === ''} />
      </div>
    </Dialog>
  )
}

/** A board in JSON is taken whole; a text longer than one paste may be comes in parts. */
const partsOf = (text: string): string[] => (isBoardJson(text) ? [text] : textParts(text, limits.pasteLines))

type SourceProps = { readonly text: string; readonly onChange: (text: string) => void }

function Source({ text, onChange }: SourceProps) {
  const t = useTranslations('board.import')
  const problems = useProblemText()
  const [refusal, setRefusal] = useState<string | undefined>()
  const onFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    // Reading a file that is refused anyway could fill the memory first.
    const read =
      file.size > largestFile ? tooLarge(file) : decodeText(new Uint8Array(await file.arrayBuffer()))
    if (!read.ok) return setRefusal(problems(read))
    setRefusal(undefined)
    onChange(read.value)
  }
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t('text')}
        lines={6}
        value={text}
        error={refusal}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <label
        className={buttonStyle(
          'outline',
          'small',
          'self-start focus-within:outline-2 focus-within:outline-focus',
        )}
      >
        {t('file')}
        <input
          type="file"
          accept=".txt,.md,.markdown,.csv,.tsv,.json,text/*,application/json"
          className="sr-only"
          onChange={onFile}
        />
      </label>
    </div>
  )
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
const tooLarge = (file: File) =>
  problem('file.too-large', { megabytes: megabytes(file.size), limit: megabytes(largestFile) })

type ResultProps = {
  readonly branch: ReturnType<typeof textToBranch>
  readonly count: number
  readonly parent: string | null
  readonly empty: boolean
}

function Result({ branch, count, parent, empty }: ResultProps) {
  const t = useTranslations('board.import')
  const problems = useProblemText()
  const above = useTree().nodes.get(parent ?? '')
  if (empty || (branch.ok && count === 0)) return <p className="text-ink-soft">{t('nothing')}</p>
  if (!branch.ok) return <p className="text-danger">{problems(branch)}</p>
  return (
    <section aria-live="polite">
      <h3 className="font-semibold">{t('preview', { count })}</h3>
      <p className="mb-2 text-ink-soft text-sm">{above ? t('under', { title: above.title }) : t('top')}</p>
      <BranchPreview outline={branch.value.outline} under={above?.kind ?? null} />
      <ImportNotes notes={branch.value.notes} />
    </section>
  )
}
