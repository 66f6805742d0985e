import type { Gesture } from './gesture.ts'
import type { CanvasParts } from './parts.ts'
import { boxed } from './selection.ts'
import { type Point, toBoard } from './viewport.ts'

/** Selects the nodes that a box drawn on the paper meets [E4]; with `add` besides what is selected already. */
export function selectByBand(
  { session, scene, camera, pointing }: CanvasParts,
  start: Point,
  add: boolean,
): Gesture {
  const before = session.view.getState().selected
  const anchor = toBoard(camera.view(), start)
  return {
    move(at) {
      const here = toBoard(camera.view(), at)
      const x = Math.min(anchor.x, here.x)
      const y = Math.min(anchor.y, here.y)
      const box = { x, y, width: Math.abs(anchor.x - here.x), height: Math.abs(anchor.y - here.y) }
      const met = Array.from(scene.grid().inBox(box), (i) => scene.layout().ids[i] as string)
      const { zoom, x: left, y: top } = camera.view()
      pointing.setState({
        band: {
          x: box.x * zoom + left,
          y: box.y * zoom + top,
          width: box.width * zoom,
          height: box.height * zoom,
        },
      })
      const selected = boxed(before, met, add)
      if (!sameIds(selected, session.view.getState().selected))
        session.view.setState({ selected, selectedLink: null })
    },
    drop: () => pointing.setState({ band: null }),
    cancel() {
      pointing.setState({ band: null })
      session.view.setState({ selected: before })
    },
  }
}

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, i) => id === b[i])
