import { can } from '#lib/access/access.ts'
import type { OpenedSession, SessionPage } from './create-session.ts'
import { keepFilter } from './filter-address.ts'
import { keptSelection, openingView } from './opening.ts'
import { keepView } from './view-store.ts'

type Parts = Omit<OpenedSession, 'destroy'>

/**
 * Keeps the view of an open board true: shows the opening when the board arrives, drops what is gone from the selection, and
 * notices when everything is stored or the rights change. Answers how to let go: `end` is called once nothing waits to be stored.
 */
export function keepInStep(parts: Parts, page: SessionPage, firstVisit: boolean): (end: () => void) => void {
  const { session, connection, notices, unsaved } = parts
  const { store, view } = session
  let opened = false
  let mayEdit = can(connection.role(), 'edit')

  const open = () => {
    opened = true
    view.setState(openingView(store.tree(), view.getState(), firstVisit))
    // From here on, so that a board still under way does not overwrite what the browser remembers.
    ways.push(keepView(view, page.storage, session.boardId))
    page.onOpened()
  }
  const onConnection = () => {
    if (!opened && connection.isReady()) open()
    if (!connection.hasUnsaved()) unsaved.clear()
    const now = can(connection.role(), 'edit')
    if (opened && now !== mayEdit)
      notices.tell({ type: 'board', key: now ? 'notice.editAgain' : 'notice.readOnlyNow' })
    mayEdit = now
  }
  const dropGone = () => {
    const { selected, selectedLink, found, editing } = view.getState()
    const tree = store.tree()
    const kept = keptSelection(tree, selected)
    const linkGone = selectedLink !== null && !tree.links.has(selectedLink)
    const foundGone = found !== null && !tree.nodes.has(found)
    const editingGone = editing !== null && !tree.nodes.has(editing.id)
    if (kept === selected && !linkGone && !foundGone && !editingGone) return
    view.setState({
      selected: kept,
      ...(linkGone && { selectedLink: null }),
      ...(foundGone && { found: null }),
      ...(editingGone && { editing: null }),
    })
  }
  const ways = [connection.subscribe(onConnection), store.subscribe(dropGone), keepFilter(view)]

  return (end) => {
    for (const leave of ways) leave()
    if (!connection.hasUnsaved() || connection.ending() !== null) return end()
    const stop = connection.subscribe(() => {
      if (connection.hasUnsaved() && connection.ending() === null) return
      stop()
      end()
    })
  }
}
