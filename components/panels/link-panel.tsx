'use client'
import { ArrowUpDown, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMayEdit, useOpenBoard, useTree, useTreeValue } from '#components/board/use-board.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { BoardLink } from '#lib/board/tree.ts'
import { Fact } from './fact.tsx'
import { LinkKindSelect } from './link-kind-select.tsx'

/** The details of a connection: its ends, kind and label, with reversing and removing. */
export function LinkPanel({ id }: { readonly id: string }) {
  const t = useTranslations('board.panel')
  const { session } = useOpenBoard()
  const link = useTreeValue((tree) => tree.links.get(id) ?? null)
  const mayEdit = useMayEdit()
  if (!link) return null
  return (
    <div className="flex flex-col gap-5">
      <h3 className="font-serif text-xl">{t('link')}</h3>
      <dl className="flex flex-col gap-2">
        <End label={t('from')} nodeId={link.from} />
        <End label={t('to')} nodeId={link.to} />
      </dl>
      <LinkKindSelect link={link} />
      <LinkLabel link={link} />
      {mayEdit && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => session.run('link.reverse', { id })}>
            <ArrowUpDown aria-hidden size={16} />
            {t('reverse')}
          </Button>
          <Button size="small" onClick={() => session.run('link.remove', { id })}>
            <Trash2 aria-hidden size={16} />
            {t('removeLink')}
          </Button>
        </div>
      )}
    </div>
  )
}

function End({ label, nodeId }: { readonly label: string; readonly nodeId: string }) {
  const { session, goTo } = useOpenBoard()
  const title = useTree().nodes.get(nodeId)?.title ?? ''
  const go = () => {
    session.view.setState({ selected: [nodeId], selectedLink: null })
    goTo(nodeId)
  }
  return (
    <div>
      <dt className="text-ink-faint text-sm">{label}</dt>
      <dd>
        <button
          type="button"
          onClick={go}
          className="min-h-7 text-left underline decoration-line underline-offset-4 hover:decoration-leaf"
        >
          {title}
        </button>
      </dd>
    </div>
  )
}

/** The words on the line itself; kept on leaving the field, so that a half-typed word is not one more undo step per letter. */
function LinkLabel({ link }: { readonly link: BoardLink }) {
  const t = useTranslations('board.panel')
  const { session } = useOpenBoard()
  const stored = typeof link.fields.label === 'string' ? link.fields.label : ''
  const [draft, setDraft] = useState<string | null>(null)
  if (!useMayEdit()) return stored === '' ? null : <Fact label={t('linkLabel')} value={stored} />
  const keep = () => {
    if (draft !== null && draft.trim() !== stored)
      session.run('link.set-label', { id: link.id, label: draft.trim() })
    setDraft(null)
  }
  return (
    <TextField
      label={t('linkLabel')}
      value={draft ?? stored}
      maxLength={200}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
