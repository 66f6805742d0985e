'use client'
import { useTranslations } from 'next-intl'
import { useMayEdit, useSession } from '#components/board/use-board.ts'
import { Select } from '#components/ui/select.tsx'
import { linkKinds } from '#lib/board/schema.ts'
import type { BoardLink } from '#lib/board/tree.ts'
import { Fact } from './fact.tsx'

/** The kind of a connection, to read or to change. */
export function LinkKindSelect({
  link,
  hideLabel = false,
}: {
  readonly link: BoardLink
  readonly hideLabel?: boolean
}) {
  const t = useTranslations('board.panel')
  const kinds = useTranslations('kinds.link')
  const session = useSession()
  if (!useMayEdit()) return <Fact label={t('linkKind')} hideLabel={hideLabel} value={kinds(link.kind)} />
  return (
    <Select
      label={t('linkKind')}
      hideLabel={hideLabel}
      value={link.kind}
      options={linkKinds.map((value) => ({ value, label: kinds(value) }))}
      onChange={(kind) => session.run('link.set-kind', { id: link.id, kind })}
    />
  )
}
