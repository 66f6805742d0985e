'use client'
import { ArrowLeft, Command, Download, Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AccountMenu } from '#components/pages/account-menu.tsx'
import { MembersDialog } from '#components/pages/members/members-dialog.tsx'
import { AvatarRow } from '#components/presence/avatar-row.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'
import type { BoardScreenProps } from './board-screen.tsx'
import { BoardTitle } from './board-title.tsx'
import { SaveLight } from './save-light.tsx'
import { useMayEdit, useOpenBoard } from './use-board.ts'

type Props = Pick<BoardScreenProps, 'title' | 'memberActions' | 'account'>

/** The top of a board: the way back, its title, whether it is stored, who is here, and what can be done with the whole. */
export function BoardHeader({ title, memberActions, account }: Props) {
  const t = useTranslations('board.header')
  const { titleField } = useOpenBoard()
  const mayEdit = useMayEdit()
  return (
    <header className="flex min-h-14 items-center gap-2 border-line border-b px-2 sm:px-3">
      <Tooltip label={t('back')}>
        <Link href="/boards" aria-label={t('back')} className={buttonStyle('quiet', 'icon')}>
          <ArrowLeft aria-hidden size={20} strokeWidth={1.75} />
        </Link>
      </Tooltip>
      <BoardTitle initial={title} mayEdit={mayEdit} field={titleField} />
      <SaveLight />
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <div className="mr-1 max-sm:hidden">
          <AvatarRow />
        </div>
        <HeaderButtons memberActions={memberActions} />
        <AccountMenu {...account} />
      </div>
    </header>
  )
}

function HeaderButtons({ memberActions }: Pick<Props, 'memberActions'>) {
  const t = useTranslations('board.header')
  const { session, port } = useOpenBoard()
  const [members, setMembers] = useState(false)
  return (
    <>
      <IconButton icon={Users} label={t('members')} onClick={() => setMembers(true)} />
      <IconButton icon={Download} label={t('export')} onClick={() => port.open('export')} />
      <IconButton
        icon={Command}
        label={t('search')}
        keys="Ctrl+K"
        className="max-sm:hidden"
        onClick={() => port.open('palette')}
      />
      <MembersDialog
        boardId={members ? session.boardId : null}
        onClose={() => setMembers(false)}
        actions={memberActions}
      />
    </>
  )
}
