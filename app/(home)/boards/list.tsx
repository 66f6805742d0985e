import { memberActions } from '#app/members/index.ts'
import { type BoardView, viewPath } from '#components/pages/boards/board-actions.ts'
import { BoardsPage } from '#components/pages/boards/boards-page.tsx'
import { readBoards } from '#server/pages/boards.ts'
import { requirePerson } from '#server/pages/person.ts'
import { duplicate, leave, remove, rename, restore, setArchived } from './actions.ts'

const actions = { rename, setArchived, duplicate, remove, restore, leave }

/** One of the three lists of boards. */
export async function Boards({ view }: { readonly view: BoardView }) {
  const person = await requirePerson(viewPath[view])
  return (
    <BoardsPage
      view={view}
      boards={await readBoards(person, view)}
      actions={actions}
      memberActions={memberActions}
    />
  )
}
