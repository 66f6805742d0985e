import type { Point } from './viewport.ts'

/** Something the pointer is dragging. Points are screen pixels from the canvas's corner. */
export type Gesture = {
  readonly move: (at: Point, copy: boolean) => void
  readonly drop: (at: Point, copy: boolean) => void
  /** Ends without a trace. */
  readonly cancel: () => void
}
