/** Coordinates of nodes as typed arrays, in board pixels: what every view, the figures and the spatial index read. */

export type Orientation = 'right' | 'down'
export type Size = { readonly width: number; readonly height: number }
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where every visible node is. Index i of each array belongs to `ids[i]`; parents come before their children. */
export type Layout = {
  readonly ids: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Top-left corners and sizes. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
  /** Index of the visible parent, -1 at the top level. */
  readonly parent: Int32Array
  /** Nodes hidden below a folded node, 0 when open. */
  readonly hidden: Int32Array
  readonly orientation: Orientation
  readonly bounds: Box
  /** The tray of loose bubbles, when there are any. */
  readonly tray: Box | null
}

/** The box of a node, or null when it is not laid out (folded away or unknown). */
export function boxOf(layout: Layout, id: string): Box | null {
  const i = layout.indexOf.get(id)
  if (i === undefined) return null
  return {
    x: layout.x[i] as number,
    y: layout.y[i] as number,
    width: layout.width[i] as number,
    height: layout.height[i] as number,
  }
}
