import { intAt } from './contour.ts'

/**
 * From node id to place in one layout, without building a map for every layout: `slots` answers the lasting map of the forest,
 * `index` (slot to place) belongs to this layout. It stays right when the forest moves on: an answer is believed only when
 * `ids` confirms it, and otherwise looked for there.
 */
export class IndexMap implements ReadonlyMap<string, number> {
  private readonly ids: readonly string[]
  private readonly slots: () => ReadonlyMap<string, number>
  private readonly index: Int32Array

  constructor(ids: readonly string[], slots: () => ReadonlyMap<string, number>, index: Int32Array) {
    this.ids = ids
    this.slots = slots
    this.index = index
  }

  get size(): number {
    return this.ids.length
  }

  get(id: string): number | undefined {
    const slot = this.slots().get(id)
    const place = slot === undefined || slot >= this.index.length ? -1 : intAt(this.index, slot)
    if (this.ids[place] === id) return place
    const found = this.ids.indexOf(id)
    return found < 0 ? undefined : found
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  forEach(visit: (place: number, id: string, map: ReadonlyMap<string, number>) => void): void {
    this.ids.forEach((id, place) => {
      visit(place, id, this)
    })
  }

  *entries(): MapIterator<[string, number]> {
    for (const [place, id] of this.ids.entries()) yield [id, place]
  }

  keys(): MapIterator<string> {
    return this.ids.values()
  }

  values(): MapIterator<number> {
    return this.ids.keys()
  }

  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries()
  }
}
