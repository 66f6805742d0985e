import { branchOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import { knobOf } from '#lib/layout/lines.ts'
import { boxIn } from './places.ts'
import type { Scene } from './scene.ts'
import type { Point } from './viewport.ts'

/** The folding knob: a small round at the side of a node where its children are. */

/** Screen pixels around the middle in which a press counts: a target of 24 px whatever the zoom. */
export const knobReach = 12

/** Below this zoom knobs are too small to mean anything. */
export const knobsFrom = 0.22

/** The middle of the knob of a node where it is drawn now, in board pixels. */
export function knobAt(scene: Scene, i: number): Point {
  const [x, y] = knobOf(boxIn(scene, i), scene.layout().orientation)
  return { x, y }
}

/** The folded set after pressing a knob; `whole` folds or unfolds everything below as well. */
export function foldToggled(
  tree: Tree,
  collapsed: ReadonlySet<string>,
  id: string,
  whole: boolean,
): Set<string> {
  const next = new Set(collapsed)
  const ids = whole ? branchOf(tree, id).filter((below) => tree.childrenOf(below).length > 0) : [id]
  for (const each of ids) {
    if (collapsed.has(id)) next.delete(each)
    else next.add(each)
  }
  return next
}
