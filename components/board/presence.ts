import type { StoreApi } from 'zustand/vanilla'
import type { Connection } from './connect.ts'
import type { Peer, Presence, ViewState } from './session.ts'

/** At most ten cursor messages a second, in ms. */
const cursorEvery = 100

/** A cursor at rest fades after the first and is gone after the second, in ms. */
export const fadeAfter = 3_000
export const hideAfter = 60_000

/** Shows the others where this person is and what they chose, and tells the page the same of the others. */
export function createPresence(
  { peers: feed, show }: Pick<Connection, 'peers' | 'show'>,
  view: Pick<StoreApi<ViewState>, 'getState' | 'subscribe'>,
): Presence & { readonly destroy: () => void } {
  const listeners = new Set<() => void>()
  let peers: readonly Peer[] = []
  let cursor: readonly [number, number] | null = null
  let resting: ReturnType<typeof setTimeout> | null = null
  let due = false
  let aging: ReturnType<typeof setTimeout> | undefined

  function refresh(): void {
    const at = performance.now()
    peers = [...feed.all()].map(([clientId, { movedAt, ...signed }]) => ({
      ...signed,
      clientId,
      cursor: at - movedAt < hideAfter ? signed.cursor : null,
      seenAt: movedAt,
    }))
    clearTimeout(aging)
    const next = Math.min(
      ...peers
        .flatMap(({ seenAt }) => [fadeAfter, hideAfter].map((age) => seenAt + age))
        .filter((time) => time > at),
    )
    if (Number.isFinite(next)) aging = setTimeout(refresh, next - at + 1)
    for (const listener of [...listeners]) listener()
  }

  function sendCursor(): void {
    if (resting) {
      due = true
      return
    }
    show({ cursor })
    resting = setTimeout(() => {
      resting = null
      if (due) sendCursor()
      due = false
    }, cursorEvery)
  }

  const showChoice = ({ selected, editing }: ViewState) => show({ selected, editing: editing?.id ?? null })
  const stopFeed = feed.subscribe(refresh)
  const stopView = view.subscribe((now, before) => {
    if (now.selected !== before.selected || now.editing?.id !== before.editing?.id) showChoice(now)
  })
  showChoice(view.getState())

  return {
    peers: () => peers,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setCursor(at) {
      cursor = at && [Math.round(at[0]), Math.round(at[1])]
      sendCursor()
    },
    destroy() {
      stopFeed()
      stopView()
      clearTimeout(aging)
      if (resting) clearTimeout(resting)
      listeners.clear()
    },
  }
}
