import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'

/**
 * A hash in hex over what a document has seen and what of it is deleted. Equal on two machines exactly when they hold the same,
 * whatever order it came in. (Web crypto is missing where the page comes over plain http, so the hash is computed in JavaScript.)
 */
export function fingerprint(doc: Y.Doc): string {
  const parts: number[] = []
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)
  for (const [client, clock] of vector) parts.push(client, clock)
  const deleted = Y.createDeleteSetFromStructStore(doc.store).clients
  for (const client of [...deleted.keys()].sort((a, b) => a - b)) {
    parts.push(client)
    for (const range of deleted.get(client) ?? []) parts.push(range.clock, range.len)
  }
  const hash = digest(new Uint8Array(Float64Array.from(parts).buffer))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
