import type * as Y from 'yjs'
import { LOCAL, TYPING } from './origin.ts'
import { reverse } from './undo-apply.ts'
import { createMemory, type EntryChange, join, nameOf, type Step, strike, type Touch } from './undo-steps.ts'

/** Takes back this person's own changes, and only those [U1]. */
export type Undo = {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** Called when `canUndo` or `canRedo` may have changed; returns the way out. */
  readonly subscribe: (listener: () => void) => () => void
  /** Closes the present step, so that what follows is another. */
  readonly close: () => void
  /** A mark for `rollback`: closes the present step and names this moment. */
  readonly mark: () => number
  /** Whether a step made since `mark` can be undone. */
  readonly isPast: (mark: number) => boolean
  /** Undoes every step made since `mark`. */
  readonly rollback: (mark: number) => void
  readonly destroy: () => void
}

/** Keys pressed within this many milliseconds of each other are undone together [U3]. */
const typingPause = 800
const mostSteps = 300

const UNDOING = Symbol('undo')
const REDOING = Symbol('redo')

/**
 * Follows the document and keeps steps of the transactions with origin LOCAL (a step each [U2]) and TYPING (grouped [U3]).
 * Steps hold values, not Yjs structures: Y.UndoManager revives removed structures, after which documents of
 * several people were seen to differ for good.
 */
export function createUndo(doc: Y.Doc): Undo {
  const memory = createMemory(doc)
  const done: Step[] = []
  const undone: Step[] = []
  const listeners = new Set<() => void>()
  let serial = 0
  let typing: { step: Step; at: number } | null = null

  const record = (changes: readonly EntryChange[], origin: unknown) => {
    const now = Date.now()
    if (origin === TYPING && typing && typing.step === done.at(-1) && now - typing.at < typingPause) {
      join(typing.step, changes)
      typing.at = now
      undone.length = 0
      return
    }
    const step: Step = {
      serial: ++serial,
      changes: new Map(changes.map((change) => [nameOf(change.at), change])),
      kept: new Set(),
    }
    if (origin === UNDOING) undone.push(step)
    else done.push(step)
    if (origin === LOCAL || origin === TYPING) undone.length = 0
    if (done.length > mostSteps) done.shift()
    typing = origin === TYPING ? { step, at: now } : null
  }
  const loseTo = (touches: readonly Touch[]) => {
    for (const steps of [done, undone]) {
      for (const step of steps) for (const touch of touches) strike(step, touch)
      for (let i = steps.length - 1; i >= 0; i--) if (steps[i]?.changes.size === 0) steps.splice(i, 1)
    }
  }
  const onAfter = (transaction: Y.Transaction) => {
    const { touches, changes } = memory.changesIn(transaction)
    if (touches.length === 0) return
    const { origin } = transaction
    const isMine = origin === LOCAL || origin === TYPING || origin === UNDOING || origin === REDOING
    if (!isMine) loseTo(touches)
    else if (changes.length > 0) record(changes, origin)
    for (const listener of [...listeners]) listener()
  }
  doc.on('afterTransaction', onAfter)

  /** Reverses steps until one of them made a difference. */
  const back = (steps: Step[], origin: symbol) => {
    typing = null
    const before = serial
    for (let step = steps.pop(); step; step = serial === before ? steps.pop() : undefined) {
      const taken = step
      doc.transact(() => reverse(doc, taken), origin)
    }
    for (const listener of [...listeners]) listener()
  }
  const undo = () => back(done, UNDOING)
  const isPast = (mark: number) => (done.at(-1)?.serial ?? 0) > mark

  return {
    undo,
    redo: () => back(undone, REDOING),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      typing = null
    },
    mark() {
      typing = null
      return serial
    },
    isPast,
    rollback(mark) {
      while (isPast(mark)) undo()
    },
    destroy() {
      doc.off('afterTransaction', onAfter)
      listeners.clear()
    },
  }
}
