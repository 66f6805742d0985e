'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { BoardRole } from '#lib/access/access.ts'
import { CopyField } from '../copy-field.tsx'
import { useAction } from '../use-action.ts'
import type { MemberActions } from './member-actions.ts'
import { useRoleOptions } from './use-role-options.ts'

/** Makes a link that brings someone without an account onto the board. */
export function InviteByLink({
  boardId,
  actions,
}: {
  readonly boardId: string
  readonly actions: MemberActions
}) {
  const t = useTranslations('boards.membersDialog')
  const [role, setRole] = useState<BoardRole>('editor')
  const [url, setUrl] = useState<string | null>(null)
  const { busy, run } = useAction()
  const options = useRoleOptions()
  return (
    <section className="mt-8 border-line border-t pt-6">
      <h3 className="font-semibold text-lg">{t('link')}</h3>
      <p className="mt-1 mb-4 text-ink-soft">{t('linkText')}</p>
      <div className="flex flex-wrap items-end gap-4">
        <Select label={t('role')} value={role} options={options} onChange={setRole} className="w-44" />
        <Button
          busy={busy}
          onClick={() =>
            run(
              () => actions.invite(boardId, role),
              (link) => setUrl(link.url),
            )
          }
        >
          {t('makeLink')}
        </Button>
      </div>
      {url !== null && (
        <div className="mt-4" role="status">
          <CopyField key={url} label={t('linkField')} hint={t('linkReady')} value={url} />
        </div>
      )}
    </section>
  )
}
