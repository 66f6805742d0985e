import { pageTitle } from '#app/page-title.ts'
import { Boards } from '../list.tsx'

export const generateMetadata = pageTitle('boards.views.archived')

/** Boards that were put away. */
export default function BoardsPage() {
  return <Boards view="archived" />
}
