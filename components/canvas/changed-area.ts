import { axesOf } from '#lib/board/derive.ts'
import type { Tree, TreeChange } from '#lib/board/tree.ts'
import type { Box, Layout } from '#lib/layout/layout.ts'
import type { PlacedLink } from './placed-links.ts'
import { around } from './viewport.ts'

/** A board as it was drawn: before or after a change. */
export type Drawn = {
  readonly tree: Tree
  readonly layout: Layout
  readonly axes: readonly string[]
  readonly links: readonly PlacedLink[]
}

/** The axes in the order that gives them their colours. */
export const axisRow = (tree: Tree): readonly string[] => axesOf(tree).map(({ id }) => id)

/** The part of the board that looks different after a change; null when all of it may. */
export function changedArea(before: Drawn, after: Drawn, change: TreeChange): Box | null {
  if (change.register || before.layout.orientation !== after.layout.orientation) return null
  if (before.axes.length !== after.axes.length || before.axes.some((id, i) => id !== after.axes[i]))
    return null
  const area = createArea()
  if (!addNodes(area, before.layout, after.layout, change.nodes)) return null
  addLinks(area, before.links, after.links)
  for (const { tray } of [before.layout, after.layout])
    if (tray) area.add(tray.x, tray.y - 24, tray.width, tray.height + 24)
  return area.box()
}

type Area = {
  readonly add: (x: number, y: number, width: number, height: number) => void
  readonly box: () => Box
}

function createArea(): Area {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  return {
    add(x, y, width, height) {
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + width)
      bottom = Math.max(bottom, y + height)
    },
    box: () =>
      left > right
        ? { x: 0, y: 0, width: 0, height: 0 }
        : { x: left, y: top, width: right - left, height: bottom - top },
  }
}

/**
 * Adds the nodes that came, went, moved or look different, with the lines to their parents. Walks both layouts side by
 * side; false when their orders differ by more than nodes that came or went.
 */
function addNodes(area: Area, from: Layout, to: Layout, changed: ReadonlySet<string>): boolean {
  const differs = new Uint8Array(to.ids.length)
  const gone = (i: number) => {
    addNode(area, from, i)
    return i + 1
  }
  let i = 0
  for (let j = 0; j < to.ids.length; j++) {
    const id = to.ids[j] as string
    while (i < from.ids.length && from.ids[i] !== id && !to.indexOf.has(from.ids[i] as string)) i = gone(i)
    if (from.ids[i] !== id) {
      if (from.indexOf.has(id)) return false
      differs[j] = 1
      addNode(area, to, j)
      continue
    }
    const up = to.parent[j] as number
    const lineMoved = up >= 0 && differs[up] === 1
    if (isSame(from, i, to, j) && !(changed.size > 0 && changed.has(id))) {
      if (lineMoved) addNode(area, to, j)
    } else {
      differs[j] = 1
      addNode(area, from, i)
      addNode(area, to, j)
    }
    i++
  }
  while (i < from.ids.length) i = gone(i)
  return true
}

const isSame = (a: Layout, i: number, b: Layout, j: number): boolean =>
  a.x[i] === b.x[j] &&
  a.y[i] === b.y[j] &&
  a.width[i] === b.width[j] &&
  a.height[i] === b.height[j] &&
  a.hidden[i] === b.hidden[j]

/** A node with its knob and the line to its parent, which lies within the box around both. */
function addNode(area: Area, { x, y, width, height, parent }: Layout, i: number): void {
  area.add((x[i] as number) - 2, (y[i] as number) - 2, (width[i] as number) + 40, (height[i] as number) + 30)
  const up = parent[i] as number
  if (up >= 0) area.add(x[up] as number, y[up] as number, width[up] as number, height[up] as number)
}

function addLinks(area: Area, before: readonly PlacedLink[], after: readonly PlacedLink[]): void {
  const stay = new Set(before)
  for (const link of after) if (!stay.delete(link)) addBox(area, link.box)
  for (const { box } of stay) addBox(area, box)
}

const addBox = (area: Area, { x, y, width, height }: Box) => area.add(x, y, width, height)

/** The box around two areas, either of which may be empty. */
export function joined(a: Box, b: Box): Box {
  if (a.width === 0 && a.height === 0) return b
  return b.width === 0 && b.height === 0 ? a : around(a, b)
}
