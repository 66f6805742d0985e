import { branchOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import type { Layout } from '#lib/layout/layout.ts'
import type { Places } from './glide.ts'
import type { Point } from './viewport.ts'

/** The folding knob: a small round at the side of a node where its children are. */

/** Board pixels. */
export const knobRadius = 9.5
export const knobOffset = 13

/** Screen pixels around the middle in which a press counts: a target of 24 px whatever the zoom. */
export const knobReach = 12

/** Below this zoom knobs are too small to mean anything. */
export const knobsFrom = 0.22

export function knobOf(layout: Layout, { x, y }: Places, i: number): Point {
  const left = x[i] as number
  const top = y[i] as number
  const width = layout.width[i] as number
  const height = layout.height[i] as number
  return layout.orientation === 'right'
    ? { x: left + width + knobOffset, y: top + height / 2 }
    : { x: left + width / 2, y: top + height + knobOffset }
}

/** The folded set after pressing a knob; `whole` folds or unfolds everything below as well. */
export function foldToggled(tree: Tree, collapsed: ReadonlySet<string>, id: string, whole: boolean): Set<string> {
  const next = new Set(collapsed)
  const ids = whole ? branchOf(tree, id).filter((below) => tree.childrenOf(below).length > 0) : [id]
  for (const each of ids) {
    if (collapsed.has(id)) next.delete(each)
    else next.add(each)
  }
  return next
}
