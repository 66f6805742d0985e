import type { Tree } from '#lib/board/tree.ts'
import { type Box, boxOf, type Layout } from '#lib/layout/layout.ts'
import type { Grid } from './grid.ts'
import type { Point } from './viewport.ts'

/** Board pixels from a node's edge within which a drop means before or after it; on the screen that is 12 px × zoom. */
const zone = 12

/** Where a dragged branch would land. `after` is the sibling it follows, null for the first place. */
export type Drop = {
  readonly parent: string | null
  readonly after: string | null
  readonly zone: 'before' | 'in' | 'after'
  /** The node the pointer is at; null over the tray. */
  readonly target: string | null
  /** What to show: the box of the new parent, or the thin box of the line between siblings. */
  readonly preview: Box
}

/** The drop for a pointer at a board point, or null where nothing may land: on empty paper and inside what is dragged [E3]. */
export function dropAt(
  tree: Tree,
  layout: Layout,
  grid: Grid,
  at: Point,
  moving: ReadonlySet<string>,
): Drop | null {
  const index = grid.at(at.x, at.y, zone)
  const target = layout.ids[index]
  if (target === undefined) return overTray(tree, layout, at, moving)
  if (isWithin(tree, target, moving)) return null
  const box = boxOf(layout, target) as Box
  const place = zoneIn(box, at, layout.orientation === 'right')
  const parent = tree.parentOf(target)
  if (place === 'in' || (parent === null && tree.nodes.get(target)?.kind === 'ambition'))
    return into(tree, target, box, moving)
  const row = tree.childrenOf(parent).filter((id) => !moving.has(id))
  const position = row.indexOf(target)
  const after = place === 'after' ? target : (row[position - 1] ?? null)
  return {
    parent,
    after,
    zone: place,
    target,
    preview: lineBeside(box, place, layout.orientation === 'right'),
  }
}

function into(tree: Tree, target: string, box: Box, moving: ReadonlySet<string>): Drop {
  const row = tree.childrenOf(target).filter((id) => !moving.has(id))
  return { parent: target, after: row[row.length - 1] ?? null, zone: 'in', target, preview: box }
}

function overTray(tree: Tree, layout: Layout, at: Point, moving: ReadonlySet<string>): Drop | null {
  const tray = layout.tray
  if (!tray || at.x < tray.x || at.y < tray.y || at.x > tray.x + tray.width || at.y > tray.y + tray.height)
    return null
  const row = tree.childrenOf(null).filter((id) => !moving.has(id))
  return { parent: null, after: row[row.length - 1] ?? null, zone: 'in', target: null, preview: tray }
}

/** Small nodes keep a third of their height for `in`. */
function zoneIn(box: Box, at: Point, rows: boolean): Drop['zone'] {
  const [from, length, here] = rows ? [box.y, box.height, at.y] : [box.x, box.width, at.x]
  const edge = Math.min(zone, length / 3)
  if (here < from + edge) return 'before'
  return here > from + length - edge ? 'after' : 'in'
}

function lineBeside(box: Box, place: 'before' | 'after', rows: boolean): Box {
  const offset = 5
  if (rows)
    return {
      x: box.x,
      y: place === 'before' ? box.y - offset : box.y + box.height + offset,
      width: box.width,
      height: 0,
    }
  return {
    x: place === 'before' ? box.x - offset : box.x + box.width + offset,
    y: box.y,
    width: 0,
    height: box.height,
  }
}

function isWithin(tree: Tree, id: string, branches: ReadonlySet<string>): boolean {
  for (let at: string | null = id; at !== null; at = tree.parentOf(at)) if (branches.has(at)) return true
  return false
}
