import type { Layout, Orientation } from '#lib/layout/layout.ts'

/** A layout from rows of `[id, parent id, x, y, width, height]`, for tests. */
export function layoutOf(
  rows: readonly (readonly [
    id: string,
    parent: string | null,
    x: number,
    y: number,
    width: number,
    height: number,
  ])[],
  orientation: Orientation = 'right',
): Layout {
  const ids = rows.map(([id]) => id)
  const indexOf = new Map(ids.map((id, i) => [id, i]))
  const column = (at: 2 | 3 | 4 | 5) => Float64Array.from(rows, (row) => row[at])
  const [x, y, width, height] = [column(2), column(3), column(4), column(5)]
  const right = Math.max(0, ...rows.map((row) => row[2] + row[4]))
  const bottom = Math.max(0, ...rows.map((row) => row[3] + row[5]))
  const left = Math.min(right, ...x)
  const top = Math.min(bottom, ...y)
  return {
    ids,
    indexOf,
    x,
    y,
    width,
    height,
    parent: Int32Array.from(rows, ([, parent]) => (parent === null ? -1 : (indexOf.get(parent) ?? -1))),
    hidden: new Int32Array(rows.length),
    orientation,
    bounds: { x: left, y: top, width: right - left, height: bottom - top },
    tray: null,
  }
}

/** A family of five: a root, two children, and two grandchildren under the first, left to right or top down. */
export function smallFamily(orientation: Orientation = 'right'): Layout {
  const place = (along: number, across: number) =>
    (orientation === 'right' ? [along, across] : [across * 2, along / 2]) as [number, number]
  const row = (id: string, parent: string | null, along: number, across: number) =>
    [id, parent, ...place(along, across), 100, 40] as const
  return layoutOf(
    [
      row('root', null, 0, 100),
      row('a', 'root', 200, 50),
      row('b', 'root', 200, 180),
      row('a1', 'a', 400, 0),
      row('a2', 'a', 400, 60),
    ],
    orientation,
  )
}
