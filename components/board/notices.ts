import type { Outcome } from '#lib/commands/command.ts'
import type { ProblemCode } from '#lib/result.ts'

/** Something the page has to tell this person, as data; the announcer puts it into words. */
export type Notice =
  /** What a command did, a key below `said`; a toast of a change carries "undo". */
  | { readonly type: 'said'; readonly said: NonNullable<Outcome['said']>; readonly undoable: boolean }
  /** What was refused, a sentence below `problems`. */
  | {
      readonly type: 'problem'
      readonly code: ProblemCode
      readonly detail: Readonly<Record<string, string | number>>
    }
  /** A message of the page itself, a key below `board`; `spoken` ones are for screen readers only. */
  | {
      readonly type: 'board'
      readonly key: string
      readonly values?: Readonly<Record<string, string | number>>
      readonly spoken?: boolean
    }

/** Carries notices from wherever they arise to the one place that shows them. */
export type Notices = {
  readonly tell: (notice: Notice) => void
  readonly subscribe: (listener: (notice: Notice) => void) => () => void
}

export function createNotices(): Notices {
  const listeners = new Set<(notice: Notice) => void>()
  return {
    tell(notice) {
      for (const listener of [...listeners]) listener(notice)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
