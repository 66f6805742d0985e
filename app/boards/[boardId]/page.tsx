import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signOut } from '#app/(auth)/actions.ts'
import { memberActions } from '#app/members/index.ts'
import { readBoard } from '#server/pages/boards.ts'
import { currentPerson, requirePerson } from '#server/pages/person.ts'
import { OpenBoard } from './open-board.tsx'

type Props = { readonly params: Promise<{ readonly boardId: string }> }

/** Names the page after its board, for members only. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await currentPerson()
  const board = person && (await readBoard(person, (await params).boardId))
  return board ? { title: board.title } : {}
}

/** A board; one that is not there and one that is not yours are the same 404. */
export default async function BoardPage({ params }: Props) {
  const { boardId } = await params
  const person = await requirePerson(`/boards/${boardId}`)
  const board = await readBoard(person, boardId)
  if (!board) notFound()
  const { userId, name, email, isAdmin } = person
  return (
    <OpenBoard
      boardId={board.id}
      epoch={board.epoch}
      role={board.role}
      title={board.title}
      me={{ userId, name }}
      memberActions={memberActions}
      account={{ name, email, isAdmin, signOut }}
    />
  )
}
