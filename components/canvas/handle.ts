/** What the rest of the page can ask of the canvas; the shell maps it to the view port of the commands. */

/** Which part of the board is seen: a board point `p` is drawn at `p * zoom + (x, y)` CSS pixels from the canvas's corner. */
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number }

export type Direction = 'up' | 'down' | 'left' | 'right'

export type CanvasHandle = {
  /** Shows the whole board. */
  readonly fit: () => void
  /** Shows all selected nodes, the whole board when none is selected. */
  readonly fitSelection: () => void
  /** Zooms to a factor (1 = 100 %) around the middle of the canvas. */
  readonly zoomTo: (zoom: number) => void
  /** Multiplies the zoom around the middle of the canvas. */
  readonly zoomBy: (factor: number) => void
  /** Pans the least that brings a node into sight; answers false when it is folded away or unknown. */
  readonly reveal: (id: string) => boolean
  /** Selects the nearest node in a direction of the screen and reveals it; `extend` keeps what was selected. */
  readonly walk: (direction: Direction, extend?: boolean) => void
  /** The present viewport. */
  readonly viewport: () => Viewport
  /** Moves the keyboard focus to the canvas. */
  readonly focus: () => void
}
