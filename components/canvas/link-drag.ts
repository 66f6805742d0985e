import type { Gesture } from './gesture.ts'
import type { CanvasParts } from './parts.ts'
import { type Point, toBoard } from './viewport.ts'

/** Board pixels around a node within which a loose end takes hold of it. */
const snap = 10

/** Draws a link from a node's edge to another node; at the drop the kind is asked [E7]. */
export function dragLink({ session, scene, camera, pointing }: CanvasParts, from: string): Gesture | null {
  if (!session.mayEdit) return null
  const endAt = (at: Point) => {
    const { x, y } = toBoard(camera.view(), at)
    const id = scene.layout().ids[scene.grid().at(x, y, snap)] ?? null
    return id === from ? null : id
  }
  return {
    move: (at) => pointing.setState({ link: { from, to: endAt(at), at, asking: false } }),
    drop(at) {
      const to = endAt(at)
      pointing.setState({ link: to === null ? null : { from, to, at, asking: true } })
    },
    cancel: () => pointing.setState({ link: null }),
  }
}
