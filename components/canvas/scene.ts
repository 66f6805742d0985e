import type { BoardSession, ViewState } from '#components/board/session.ts'
import type { BoardNode, Tree, TreeChange } from '#lib/board/tree.ts'
import type { Face } from '#lib/layout/face.ts'
import type { Box, Layout } from '#lib/layout/layout.ts'
import { axisRow, changedArea, type Drawn } from './changed-area.ts'
import { createGlide, type Glide, glideTime, type Places } from './glide.ts'
import { createGrid, type Grid } from './grid.ts'
import { type PlacedLink, placeLinks } from './placed-links.ts'
import { wantsStillness } from './theme.ts'

/** How a view lays a board out and what its nodes look like; the goal tree is one, other drawings of the same board are others. */
export type Drawing = {
  /** The layout after a change, or after anything at all when no change is given. */
  readonly layout: (tree: Tree, view: ViewState, change?: TreeChange) => Layout
  readonly face: (tree: Tree, node: BoardNode) => Face
  /** The name of the tray of loose bubbles. */
  readonly trayName: string
}

/**
 * `board`: what is drawn of nodes, lines or links is another, within `area` when that is known; `marks`: only selection,
 * find or other people are.
 */
export type SceneListener = (what: 'board' | 'marks', area: Box | null) => void

/** What stands on the canvas now, outside React: the tree, where everything is and on its way to. */
export type Scene = {
  readonly tree: () => Tree
  readonly layout: () => Layout
  readonly grid: () => Grid
  /** The node and face with an index of the layout. */
  readonly node: (index: number) => BoardNode
  readonly face: (index: number) => Face
  readonly trayName: string
  /** Where nodes are drawn; on the way during a glide, else their places in the layout. */
  readonly places: () => Places
  /** Takes the glide to a time (ms of performance.now); answers whether it goes on. */
  readonly step: (now: number) => boolean
  /** The links whose two ends are shown, where they are drawn. */
  readonly links: () => readonly PlacedLink[]
  readonly subscribe: (listener: SceneListener) => () => void
  readonly destroy: () => void
}

/** A scene that follows a board and this person's view of it. */
export function createScene(session: BoardSession, drawing: Drawing): Scene {
  let tree = session.store.tree()
  let layout = drawing.layout(tree, session.view.getState())
  let grid = createGrid(layout)
  let places: Places = layout
  let glide: Glide | null = null
  let glideFrom = 0
  let drawn = drawnNow()
  const listeners = new Set<SceneListener>()
  const tell = (what: 'board' | 'marks', area: Box | null = null) => {
    for (const listener of [...listeners]) listener(what, area)
  }

  function drawnNow(): Drawn {
    return { tree, layout, axes: axisRow(tree), links: placeLinks(tree, layout, layout) }
  }

  function arrange(change?: TreeChange): void {
    const next = drawing.layout(tree, session.view.getState(), change)
    if (next === layout) return
    glide = wantsStillness() ? null : createGlide(layout, places, next)
    glideFrom = performance.now()
    layout = next
    grid = createGrid(layout)
    places = glide ? glide.at(0) : layout
  }

  const leaveStore = session.store.subscribe((change, next) => {
    tree = next
    arrange(change)
    const before = drawn
    drawn = drawnNow()
    tell('board', glide ? null : changedArea(before, drawn, change))
  })
  const leaveView = session.view.subscribe((view, before) => {
    if (view.collapsed !== before.collapsed || view.orientation !== before.orientation) {
      arrange()
      drawn = drawnNow()
    }
    if (
      view.collapsed !== before.collapsed ||
      view.orientation !== before.orientation ||
      view.filter !== before.filter
    )
      tell('board')
    else if (
      view.selected !== before.selected ||
      view.found !== before.found ||
      view.selectedLink !== before.selectedLink ||
      view.editing !== before.editing
    )
      tell('marks')
  })
  const leavePresence = session.presence.subscribe(() => tell('marks'))

  const node = (index: number) => tree.nodes.get(layout.ids[index] as string) as BoardNode
  return {
    tree: () => tree,
    layout: () => layout,
    grid: () => grid,
    node,
    face: (index) => drawing.face(tree, node(index)),
    trayName: drawing.trayName,
    places: () => places,
    links: () => (places === layout ? drawn.links : placeLinks(tree, layout, places)),
    step(now) {
      if (!glide) return false
      places = glide.at(now - glideFrom)
      if (now - glideFrom < glideTime) return true
      glide = null
      places = layout
      return false
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      leaveStore()
      leaveView()
      leavePresence()
      listeners.clear()
    },
  }
}
