'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { useAction } from '../use-action.ts'
import { AddMember } from './add-member.tsx'
import { InviteByLink } from './invite-by-link.tsx'
import type { MemberActions, MembersModel } from './member-actions.ts'
import { MemberRow } from './member-row.tsx'

type Props = {
  /** The board, or null while the dialog is closed. */
  readonly boardId: string | null
  readonly onClose: () => void
  readonly actions: MemberActions
}

/** Who is on a board; an owner adds, changes and removes people here and makes invitation links. */
export function MembersDialog({ boardId, onClose, actions }: Props) {
  const t = useTranslations('boards.membersDialog')
  return (
    <Dialog
      open={boardId !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
    >
      {boardId !== null && <Members boardId={boardId} actions={actions} />}
    </Dialog>
  )
}

function Members({ boardId, actions }: { readonly boardId: string; readonly actions: MemberActions }) {
  const loading = useTranslations('app')('loading')
  const [model, setModel] = useState<MembersModel | null>(null)
  const { run } = useAction()
  const load = useCallback(() => run(() => actions.list(boardId), setModel), [run, actions, boardId])
  useEffect(load, [load])
  if (model === null) return <p className="min-h-40 text-ink-soft">{loading}</p>
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {model.members.map((member) => (
          <MemberRow
            key={member.userId}
            boardId={boardId}
            member={member}
            mayManage={model.mayManage}
            actions={actions}
            onChanged={load}
          />
        ))}
      </ul>
      {model.mayManage && (
        <>
          <AddMember boardId={boardId} actions={actions} onChanged={load} />
          <InviteByLink boardId={boardId} actions={actions} />
        </>
      )}
    </>
  )
}
