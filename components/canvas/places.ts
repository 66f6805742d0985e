import type { Box } from '#lib/layout/layout.ts'
import type { Scene } from './scene.ts'

/** The box of a node where it is drawn now, on its way or at its place. */
export function boxIn(scene: Scene, i: number): Box {
  const { width, height } = scene.layout()
  const { x, y } = scene.places()
  return { x: x[i] as number, y: y[i] as number, width: width[i] as number, height: height[i] as number }
}
