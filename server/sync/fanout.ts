/** Whose sockets must show their rights again: those that fit every part that is named. */
export type Scope = { readonly boardId?: string; readonly userId?: string; readonly sessionId?: string }

/** Carries word of changed rights to every process that serves live boards; with one process, to itself. */
export type Fanout = {
  readonly publish: (scope: Scope) => void
  readonly subscribe: (listener: (scope: Scope) => void) => () => void
}

export function createFanout(): Fanout {
  const listeners = new Set<(scope: Scope) => void>()
  return {
    publish(scope) {
      for (const listener of listeners) listener(scope)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
