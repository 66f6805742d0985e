import { limits } from '#lib/wire/limits.ts'
import { type Person, readSign, type SignedBy } from '#lib/wire/presence.ts'
import { type AwarenessEntry, readAwareness, writeAwareness } from './protocol.ts'

/** Who is on a board and where they look. Never stored. */
export type Presence = {
  /**
   * Takes an awareness frame of a connection; answers the client id the connection has from now on. Only that id counts, and
   * only what a person may say of itself: name and colour are the server's. Throws on a malformed frame.
   */
  readonly take: (own: number | null, person: Person, bytes: Uint8Array) => number | null
  readonly remove: (clientId: number) => void
  /** A frame with everybody, for a newcomer; null when nobody shows itself. */
  readonly snapshot: () => Uint8Array | null
  readonly stop: () => void
}

/** A stock client passes on what it hears of others: this many states may be in its frame. */
const maxStates = 200

/** Gathers what changed and hands it to `send` at once, then at most every 50 ms. */
export function createPresence(send: (frame: Uint8Array) => void): Presence {
  const states = new Map<number, SignedBy>()
  const changed = new Set<number>()
  let resting: NodeJS.Timeout | null = null
  let clock = 0
  const renew = setInterval(() => mark(...states.keys()), limits.presenceRenewEvery)

  /** The server's own clock in ms, never going back: clients keep the highest they saw, even over a restart of the server. */
  function tick(): number {
    clock = Math.max(clock + 1, Date.now())
    return clock
  }

  function entry(clientId: number): AwarenessEntry {
    return { clientId, clock: tick(), state: states.get(clientId) ?? null }
  }

  function mark(...ids: number[]): void {
    for (const id of ids) changed.add(id)
    if (resting === null && changed.size > 0) flush()
  }

  function flush(): void {
    send(writeAwareness([...changed].map(entry)))
    changed.clear()
    resting = setTimeout(() => {
      resting = null
      if (changed.size > 0) flush()
    }, limits.presenceEvery)
  }

  function remove(clientId: number): void {
    if (states.delete(clientId)) mark(clientId)
  }

  return {
    take(own, person, bytes) {
      const entries = readAwareness(bytes, maxStates)
      const mine = entries.find(({ clientId }) => (own === null ? !states.has(clientId) : clientId === own))
      if (!mine) return own
      if (mine.state === null) remove(mine.clientId)
      else {
        states.set(mine.clientId, { ...readSign(mine.state), ...person })
        mark(mine.clientId)
      }
      return mine.clientId
    },
    remove,
    snapshot: () => (states.size === 0 ? null : writeAwareness([...states.keys()].map(entry))),
    stop() {
      clearInterval(renew)
      if (resting) clearTimeout(resting)
      resting = null
    },
  }
}
