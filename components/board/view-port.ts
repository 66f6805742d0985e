import type { StoreApi } from 'zustand/vanilla'
import type { CanvasHandle } from '#components/canvas/handle.ts'
import type { ViewPort } from '#lib/commands/command.ts'
import type { BoardSession } from './session.ts'
import type { ShellState } from './shell-store.ts'
import { walkOutline } from './walk-outline.ts'

type Page = {
  readonly session: BoardSession
  readonly shell: StoreApi<ShellState>
  readonly canvas: { readonly current: CanvasHandle | null }
  /** The view in which this person works: where titles open and arrows walk. */
  readonly place: () => 'canvas' | 'list'
  readonly goTo: (id: string) => void
  readonly renameBoard: () => void
  readonly clipboard: Pick<ViewPort, 'copy' | 'paste' | 'copyImage'>
}

/** What view commands can ask of this page. */
export function createViewPort({
  session,
  shell,
  canvas,
  place,
  goTo,
  renameBoard,
  clipboard,
}: Page): ViewPort {
  const { view, store, undo } = session
  const select = (ids: readonly string[]) => view.setState({ selected: ids, selectedLink: null })
  const setCollapsed = (collapsed: ReadonlySet<string>) => view.setState({ collapsed })

  const walkList: ViewPort['walk'] = (direction, extend) => {
    const { selected, collapsed } = view.getState()
    const step = walkOutline(store.tree(), collapsed, selected[selected.length - 1] ?? null, direction)
    if (step === null) return
    if ('fold' in step) return setCollapsed(new Set([...collapsed, step.fold]))
    if ('open' in step) return setCollapsed(new Set([...collapsed].filter((id) => id !== step.open)))
    select(extend ? [...selected.filter((id) => id !== step.select), step.select] : [step.select])
    goTo(step.select)
  }

  return {
    ...clipboard,
    select,
    setCollapsed,
    edit: (id, typed) =>
      view.setState({
        selected: [id],
        selectedLink: null,
        editing: { id, place: place(), ...(typed !== undefined && { typed }) },
      }),
    setPane: (pane) => view.setState({ pane }),
    setOrientation: (orientation) => view.setState({ orientation }),
    fit: () => canvas.current?.fit(),
    fitSelection: () => canvas.current?.fitSelection(),
    zoomTo: (zoom) => canvas.current?.zoomTo(zoom),
    zoomBy: (factor) => canvas.current?.zoomBy(factor),
    undo: undo.undo,
    redo: undo.redo,
    open: (dialog) => (dialog === 'rename' ? renameBoard() : shell.setState({ dialog })),
    walk: (direction, extend) =>
      canvas.current && place() === 'canvas'
        ? canvas.current.walk(direction, extend)
        : walkList(direction, extend),
    startLink: (from) => view.setState({ linkingFrom: from, selectedLink: null }),
  }
}
