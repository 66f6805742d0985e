'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '#components/ui/text-field.tsx'
import type { MemberActions } from '../members/member-actions.ts'
import { MembersDialog } from '../members/members-dialog.tsx'
import type { BoardActions, BoardCardModel, BoardView } from './board-actions.ts'
import { BoardCard } from './board-card.tsx'
import { useFreshness } from './use-freshness.ts'
import { MembersContext } from './use-members.ts'

type Props = {
  readonly boards: readonly BoardCardModel[]
  readonly view: BoardView
  readonly actions: BoardActions
  readonly memberActions: MemberActions
}

/** A list of boards with a search over their names; it stays up to date while it is looked at. */
export function BoardList({ boards, view, actions, memberActions }: Props) {
  const t = useTranslations('boards')
  const [query, setQuery] = useState('')
  const [membersOf, setMembersOf] = useState<string | null>(null)
  useFreshness()
  const wanted = plain(query)
  const found = boards.filter((board) => plain(board.title).includes(wanted))
  return (
    <MembersContext value={setMembersOf}>
      <div className="relative mt-6 max-w-sm">
        <Search
          aria-hidden
          size={18}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-2.5 left-3 z-10 text-ink-faint"
        />
        <TextField
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          className="[&_input]:pl-10"
        />
      </div>
      <p role="status" className="mt-8 text-ink-soft empty:hidden">
        {found.length === 0 ? t('searchNone', { query }) : null}
      </p>
      <ul className="mt-6 grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {found.map((board) => (
          <li key={board.id}>
            <BoardCard board={board} view={view} actions={actions} />
          </li>
        ))}
      </ul>
      <MembersDialog boardId={membersOf} onClose={() => setMembersOf(null)} actions={memberActions} />
    </MembersContext>
  )
}

/** Without accents and capitals, so that "patient" finds "Patiënt". */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
