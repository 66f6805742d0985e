import type * as Y from 'yjs'
import { encodeControl } from '#lib/wire/control.ts'
import { fingerprint } from '#lib/wire/fingerprint.ts'

/** Rest before both ends are compared, in ms. */
const restFor = 30_000

/** After half a minute without an edit, once, asks the server whether it holds the same: finds faults in our own counting. */
export function createProbe(doc: Y.Doc, socket: () => WebSocket | null, isSaved: () => boolean) {
  let seq = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function touch(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const open = socket()
      if (open && isSaved()) open.send(encodeControl({ type: 'probe', seq, hash: fingerprint(doc) }))
    }, restFor)
  }

  return {
    touch,
    atSeq(known: number): void {
      seq = known
    },
    destroy: () => clearTimeout(timer),
  }
}
