import * as Y from 'yjs'
import { yNodes } from '#lib/board/read.ts'
import { fingerprint } from '#lib/wire/fingerprint.ts'
import { hasPending } from './gaps.ts'

/** What compaction starts from: a verified snapshot (null: none yet) and the rows after it, all in order. */
export type CompactJob = { readonly base: Uint8Array | null; readonly rows: readonly Uint8Array[] }
export type CompactResult = { readonly bytes: Uint8Array; readonly nodes: number }

/**
 * Builds one update that says the same as all of `job`, and proves it: loaded into a fresh document it gives the same content,
 * state vector and delete set, and waits for nothing. Throws otherwise.
 */
export function compactWork({ base, rows }: CompactJob): CompactResult {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (base) Y.applyUpdate(doc, base)
    for (const row of rows) Y.applyUpdate(doc, row)
  })
  if (hasPending(doc)) throw new Error('the rows have a gap')
  const bytes = Y.encodeStateAsUpdate(doc)
  const again = new Y.Doc()
  Y.applyUpdate(again, bytes)
  if (hasPending(again)) throw new Error('the snapshot has a gap')
  if (fingerprint(again) !== fingerprint(doc)) throw new Error('the snapshot has another history')
  if (contentOf(again) !== contentOf(doc)) throw new Error('the snapshot has another content')
  return { bytes, nodes: yNodes(doc).size }
}

/** The whole content as one string, keys in order; root maps that this build does not know are told apart by `fingerprint` alone. */
function contentOf(doc: Y.Doc): string {
  const roots = [...doc.share.keys()].sort().map((name) => [name, doc.getMap(name).toJSON()])
  return JSON.stringify(roots, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  )
}
