import * as Y from 'yjs'

/** The document that an update makes when there is nothing before it. */
export function toDocument(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
