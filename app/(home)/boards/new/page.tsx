import { pageTitle } from '#app/page-title.ts'
import { NewBoardPage } from '#components/pages/new-board/new-board-page.tsx'
import { readNewBoard } from '#server/pages/new-board.ts'
import { requirePerson } from '#server/pages/person.ts'
import { blank, fromQuestions, fromTemplate } from './actions.ts'

export const generateMetadata = pageTitle('boards.create.title')

const actions = { fromTemplate, fromQuestions, blank }

/** Where boards begin. */
export default async function NewBoard() {
  await requirePerson('/boards/new')
  return <NewBoardPage {...(await readNewBoard())} actions={actions} />
}
