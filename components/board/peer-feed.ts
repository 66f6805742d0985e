import * as decoding from 'lib0/decoding'
import { readSignedBy, type SignedBy } from '#lib/wire/presence.ts'

/** What the server tells of the other open pages of this board. */
export type PeerFeed = {
  readonly all: () => ReadonlyMap<number, SignedBy & { readonly movedAt: number }>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes a presence frame behind its message type. */
  readonly hear: (decoder: decoding.Decoder) => void
  readonly clear: () => void
}

/** `own` is this page's client id, of which the server speaks too. `movedAt` is performance.now() of the last move or choice. */
export function createPeerFeed(own: number): PeerFeed {
  let peers: ReadonlyMap<number, SignedBy & { readonly movedAt: number }> = new Map()
  const listeners = new Set<() => void>()

  function set(next: typeof peers): void {
    peers = next
    for (const listener of [...listeners]) listener()
  }

  return {
    all: () => peers,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear(outer) {
      const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
      const next = new Map(peers)
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const clientId = decoding.readVarUint(decoder)
        // The clock: one server sends everything in order, so the last word counts.
        decoding.readVarUint(decoder)
        const state: unknown = JSON.parse(decoding.readVarString(decoder))
        const signed = state === null || clientId === own ? null : readSignedBy(state)
        if (signed) next.set(clientId, { ...signed, movedAt: movedAt(peers.get(clientId), signed) })
        else next.delete(clientId)
      }
      set(next)
    },
    clear: () => set(new Map()),
  }
}

/** The server repeats states to keep them alive: only a difference is a sign of life. */
function movedAt(before: (SignedBy & { readonly movedAt: number }) | undefined, after: SignedBy): number {
  if (!before) return performance.now()
  const { movedAt: at, ...known } = before
  return JSON.stringify(known) === JSON.stringify(after) ? at : performance.now()
}
