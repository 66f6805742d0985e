import type { StoreApi } from 'zustand/vanilla'
import type { BoardSession } from '#components/board/session.ts'
import type { Camera } from './camera.ts'
import type { Pointing } from './pointing.ts'
import type { Scene } from './scene.ts'

/** What the layers of one canvas share; the same object as long as the canvas stands. */
export type CanvasParts = {
  readonly session: BoardSession
  readonly scene: Scene
  readonly camera: Camera
  readonly pointing: StoreApi<Pointing>
}
