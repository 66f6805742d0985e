import type { Box, Layout } from '#lib/layout/layout.ts'

/** A spatial index over a layout: which nodes lie in a box, which node lies under a point. Built once per layout, in linear time. */
export type Grid = {
  /** Indexes of the nodes that meet a box, each once, in layout order (parents before children). */
  readonly inBox: (box: Box) => Int32Array
  /** Index of the topmost node whose box, grown by `slack`, holds a point; -1 when none does. */
  readonly at: (x: number, y: number, slack?: number) => number
}

/** Wide enough that a screen at 100 % touches about a dozen cells. */
const cellSize = 512

export function createGrid(layout: Layout): Grid {
  const { bounds, ids, x, y, width, height } = layout
  const columns = Math.max(1, Math.ceil(bounds.width / cellSize))
  const rows = Math.max(1, Math.ceil(bounds.height / cellSize))
  const columnOf = (at: number) => clamp(Math.floor((at - bounds.x) / cellSize), columns)
  const rowOf = (at: number) => clamp(Math.floor((at - bounds.y) / cellSize), rows)
  const get = (array: Float64Array, i: number) => array[i] as number

  const eachCell = (i: number, visit: (cell: number) => void) => {
    const lastColumn = columnOf(get(x, i) + get(width, i))
    const lastRow = rowOf(get(y, i) + get(height, i))
    for (let row = rowOf(get(y, i)); row <= lastRow; row++)
      for (let column = columnOf(get(x, i)); column <= lastColumn; column++) visit(row * columns + column)
  }
  const { starts, items } = fill(ids.length, columns * rows, eachCell)
  const seen = new Uint32Array(ids.length)
  let stamp = 0

  const meets = (i: number, box: Box) =>
    get(x, i) < box.x + box.width &&
    box.x < get(x, i) + get(width, i) &&
    get(y, i) < box.y + box.height &&
    box.y < get(y, i) + get(height, i)

  function inBox(box: Box): Int32Array {
    stamp++
    const found: number[] = []
    const lastRow = rowOf(box.y + box.height)
    const lastColumn = columnOf(box.x + box.width)
    for (let row = rowOf(box.y); row <= lastRow; row++)
      for (let column = columnOf(box.x); column <= lastColumn; column++) {
        const cell = row * columns + column
        for (let k = starts[cell] as number; k < (starts[cell + 1] as number); k++) {
          const i = items[k] as number
          if (seen[i] === stamp || !meets(i, box)) continue
          seen[i] = stamp
          found.push(i)
        }
      }
    return Int32Array.from(found).sort()
  }

  return {
    inBox,
    at(px, py, slack = 0) {
      const near = inBox({
        x: px - slack,
        y: py - slack,
        width: 2 * slack || 1e-6,
        height: 2 * slack || 1e-6,
      })
      return near[near.length - 1] ?? -1
    },
  }
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

/** Sorts items into cells by counting: `items` from `starts[c]` up to `starts[c + 1]` lie in cell `c`. */
function fill(count: number, cells: number, eachCell: (i: number, visit: (cell: number) => void) => void) {
  const starts = new Int32Array(cells + 1)
  for (let i = 0; i < count; i++)
    eachCell(i, (cell) => {
      starts[cell + 1] = (starts[cell + 1] as number) + 1
    })
  for (let cell = 0; cell < cells; cell++)
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number)
  const items = new Int32Array(starts[cells] as number)
  const next = starts.slice()
  for (let i = 0; i < count; i++)
    eachCell(i, (cell) => {
      items[next[cell] as number] = i
      next[cell] = (next[cell] as number) + 1
    })
  return { starts, items }
}
