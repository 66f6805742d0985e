import { branchOf, topmost } from '#lib/board/derive.ts'
import { boxOf } from '#lib/layout/layout.ts'
import { dropAt } from './drop-zone.ts'
import type { Gesture } from './gesture.ts'
import type { CanvasParts } from './parts.ts'
import { type Point, toBoard } from './viewport.ts'

/**
 * Drags the selected branches to another place in the tree [E3]. Nothing is written until the drop, which is one command.
 * The node the pointer took hold of leads the others.
 * Null when there is nothing to drag: no right to edit, or only the root, which stays.
 */
export function dragBranches(
  { session, scene, camera, pointing }: CanvasParts,
  start: Point,
  grabbed: string,
): Gesture | null {
  if (!session.mayEdit) return null
  const tree = scene.tree()
  const tops = topmost(tree, session.view.getState().selected).filter(
    (id) => tree.parentOf(id) !== null || tree.nodes.get(id)?.kind !== 'ambition',
  )
  const ids = tops.includes(grabbed) ? [grabbed, ...tops.filter((id) => id !== grabbed)] : tops
  const first = ids[0]
  if (first === undefined) return null
  const branch = new Set(ids.flatMap((id) => branchOf(tree, id)))
  const corner = boxOf(scene.layout(), first)
  const grip = toBoard(camera.view(), start)
  const hold = corner ? { x: grip.x - corner.x, y: grip.y - corner.y } : { x: 0, y: 0 }
  const end = () => pointing.setState({ drag: null })
  const move = (at: Point, copy: boolean) => {
    const drop = dropAt(scene.tree(), scene.layout(), scene.grid(), toBoard(camera.view(), at), branch)
    pointing.setState({ drag: { ids, branch, at, hold, copy, drop } })
  }
  move(start, false)
  return {
    move,
    drop(at, copy) {
      move(at, copy)
      const drop = pointing.getState().drag?.drop
      end()
      if (drop)
        session.run(copy ? 'outline.copy' : 'outline.reparent', {
          ids,
          parent: drop.parent,
          after: drop.after,
        })
    },
    cancel: end,
  }
}
