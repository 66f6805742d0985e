'use client'
import type { ComponentProps, ReactNode } from 'react'
import type { AccountMenu } from '#components/pages/account-menu.tsx'
import type { MemberActions } from '#components/pages/members/member-actions.ts'
import { Announcer } from './announcer.tsx'
import { BoardBody } from './board-body.tsx'
import { BoardHeader } from './board-header.tsx'
import { BoardProvider } from './board-provider.tsx'
import type { BoardAddress } from './create-session.ts'
import { Dialogs } from './dialogs.tsx'
import { BoardSkeleton } from './skeleton.tsx'

export type BoardScreenProps = BoardAddress & {
  /** The title known to the server when the page was made, shown until the board is open. */
  readonly title: string
  readonly memberActions: MemberActions
  /** This person's own menu: settings, language, theme, sign out. */
  readonly account: ComponentProps<typeof AccountMenu>
}

/** The inside of an open board, in the browser only: header, toolbar, views, details and dialogs round one live document. */
export function BoardScreen({ title, memberActions, account, ...address }: BoardScreenProps) {
  const opening = (
    <Frame>
      <BoardSkeleton />
    </Frame>
  )
  return (
    <BoardProvider {...address} fallback={opening}>
      <Frame>
        <BoardHeader title={title} memberActions={memberActions} account={account} />
        <BoardBody />
        <Dialogs />
        <Announcer />
      </Frame>
    </BoardProvider>
  )
}

function Frame({ children }: { readonly children: ReactNode }) {
  return <div className="flex h-dvh min-w-0 flex-col overflow-hidden bg-paper">{children}</div>
}
