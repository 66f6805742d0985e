import { pageTitle } from '#app/page-title.ts'
import { Boards } from './list.tsx'

export const generateMetadata = pageTitle('boards.title')

/** The boards in use. */
export default function BoardsPage() {
  return <Boards view="active" />
}
