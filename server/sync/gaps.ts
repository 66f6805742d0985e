import * as Y from 'yjs'

/** An update taken apart, before anything of it touches a document. */
export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

export const isEmpty = (update: DecodedUpdate): boolean =>
  update.structs.length === 0 && update.ds.clients.size === 0

/**
 * Whether something the update builds on is missing in the document. Yjs would park such an update inside the document,
 * deletes possibly applied already; it must not get that far [DL-11].
 */
export function hasGap(doc: Y.Doc, update: DecodedUpdate): boolean {
  const ends = new Map<number, number>()
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client)
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const end = endOf(client)
    if (clock > end) return true
    ends.set(client, Math.max(end, clock + struct.length))
  }
  const isKnown = (id: Y.ID | null) => id === null || id.clock < endOf(id.client)
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue
    const parent = struct.parent instanceof Y.ID ? struct.parent : null
    if (!isKnown(struct.origin) || !isKnown(struct.rightOrigin) || !isKnown(parent)) return true
  }
  for (const [client, ranges] of update.ds.clients) {
    if (ranges.some((range) => range.clock + range.len > endOf(client))) return true
  }
  return false
}

/** Whether a document holds parts that wait for something it never got. */
export const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null
