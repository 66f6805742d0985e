import * as Y from 'yjs'
import { LOCAL, TYPING } from './origin.ts'
import { yLinks, yMeta, yNodes, yOrganisations, yRoles } from './read.ts'
import {
  changedPaths,
  entryOf,
  isSpent,
  type KeyPath,
  keptBy,
  type Step,
  strikeCycles,
  strikeEntry,
  strikeKey,
} from './undo-claims.ts'

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

/** Keys pressed within this many milliseconds of each other are undone together. */
const typingPause = 800

/**
 * Follows the transactions with origin LOCAL (a step each [U2]) and TYPING (grouped [U3]).
 * A key that someone else changes is struck from every step that touched it [U1]; a node or link that someone else changes, or
 * hangs nodes under, is struck from the step that made it [U4].
 */
export function createUndo(doc: Y.Doc): Undo {
  const scope = [yNodes(doc), yLinks(doc), yRoles(doc), yOrganisations(doc), yMeta(doc)]
  let isKept: ((item: Y.Item) => boolean) | null = null
  let waiting: readonly Step[] = []
  const manager = new Y.UndoManager(scope, {
    doc,
    captureTimeout: typingPause,
    trackedOrigins: new Set<unknown>([LOCAL, TYPING]),
    deleteFilter: (item) => mayDelete(item),
  })
  const claims = followClaims(doc, manager)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  /** The manager asks about each item it is about to delete; the step at work is the one it popped last. */
  const mayDelete = (item: Y.Item): boolean => {
    const step = waiting[(manager.undoing ? manager.undoStack : manager.redoStack).length]
    if (step && !isKept) isKept = keptBy(doc, step)
    return !isKept?.(item)
  }
  const take = (stack: readonly Step[], go: () => void) => {
    const top = stack.at(-1)
    if (!top) return
    strikeCycles(doc, top)
    waiting = [...stack]
    isKept = null
    go()
    waiting = []
    tell()
  }
  const undo = () => take(manager.undoStack, () => manager.undo())
  const isPast = (mark: number) => {
    const top = manager.undoStack.at(-1)
    return top !== undefined && serialOf(top) > mark
  }
  const events = ['stack-item-added', 'stack-item-updated', 'stack-cleared'] as const
  for (const event of events) manager.on(event, tell)

  return {
    undo,
    redo: () => take(manager.redoStack, () => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => manager.stopCapturing(),
    mark() {
      manager.stopCapturing()
      return claims.serial()
    },
    isPast,
    rollback(mark) {
      while (isPast(mark)) undo()
    },
    destroy() {
      claims.destroy()
      manager.destroy()
      listeners.clear()
    },
  }
}

const serialOf = (step: Step): number => Number(step.meta.get('serial') ?? 0)

/** Keeps the steps honest: remembers which step touched which key, and strikes what someone else changes since. */
function followClaims(doc: Y.Doc, manager: Y.UndoManager) {
  const steps = new Map<KeyPath, Set<Step>>()
  let serial = 0

  const claim = (step: Step, transaction: Y.Transaction) => {
    if (!step.meta.has('serial')) step.meta.set('serial', ++serial)
    for (const path of changedPaths(transaction)) {
      const known = steps.get(path)
      if (known) known.add(step)
      else steps.set(path, new Set([step]))
    }
  }
  const lose = (path: KeyPath): Step[] => {
    const touched = [...(steps.get(path) ?? [])]
    for (const step of touched) strikeKey(doc, step, path)
    const entryPath = entryOf(path)
    const makers = path === entryPath ? [] : [...(steps.get(entryPath) ?? [])]
    for (const step of makers) strikeEntry(doc, step, entryPath)
    steps.delete(path)
    return [...touched, ...makers]
  }
  const onBefore = (transaction: Y.Transaction) => {
    if (transaction.origin === LOCAL) manager.stopCapturing()
  }
  const onAfter = (transaction: Y.Transaction) => {
    if (!transaction.local) {
      const spent = new Set([...changedPaths(transaction)].flatMap(lose).filter(isSpent))
      if (spent.size > 0) for (const stack of [manager.undoStack, manager.redoStack]) drop(stack, spent)
      return
    }
    if (!manager.trackedOrigins.has(transaction.origin)) return
    const step = (manager.undoing ? manager.redoStack : manager.undoStack).at(-1)
    if (step) claim(step, transaction)
    if (transaction.origin === LOCAL) manager.stopCapturing()
  }
  doc.on('beforeTransaction', onBefore)
  doc.on('afterTransaction', onAfter)
  return {
    serial: () => serial,
    destroy() {
      doc.off('beforeTransaction', onBefore)
      doc.off('afterTransaction', onAfter)
    },
  }
}

/** Removes steps from a stack in place: the manager holds on to its arrays. */
function drop(stack: Step[], gone: ReadonlySet<Step>): void {
  for (let i = stack.length - 1; i >= 0; i--) if (gone.has(stack[i] as Step)) stack.splice(i, 1)
}
