import { pageTitle } from '#app/page-title.ts'
import { Boards } from '../list.tsx'

export const generateMetadata = pageTitle('boards.views.bin')

/** Boards that can be brought back for 30 days. */
export default function BoardsPage() {
  return <Boards view="bin" />
}
