import { limits } from '#lib/wire/limits.ts'

/** Something that must be on disk before the world hears of it. */
export type Pending = { readonly bytes: number }

/** `deliver` runs, in order, for everything that was added, once all that was added before it is committed. */
export type Saver<T extends Pending> = {
  /** Takes an edit; it is committed as soon as the commit that runs now has ended, together with what came meanwhile. */
  readonly add: (edit: T) => void
  /** Calls back when everything added so far is committed; at once when nothing is open. Never when the saver has failed. */
  readonly afterwards: (callback: () => void) => void
  readonly isIdle: () => boolean
  /** Bytes that wait for the database. */
  readonly waiting: () => number
  /** Resolves when nothing is open any more, be it committed or given up. */
  readonly drained: () => Promise<void>
  /** Gives up what is not being committed yet. */
  readonly stop: () => void
}

type Port<T> = {
  /** Stores the edits, all or none. */
  readonly commit: (edits: readonly T[]) => Promise<void>
  readonly deliver: (edit: T) => void
  /** After the last delivery of a batch. */
  readonly delivered: () => void
  /** A commit failed; the saver takes nothing any more. */
  readonly failed: (cause: unknown) => void
}

/**
 * Group commit without a timer: while one commit runs the next batch fills, so a lone edit waits for one commit and nothing
 * else, and a hundred typists share one.
 */
export function createSaver<T extends Pending>(port: Port<T>): Saver<T> {
  let queue: (T | (() => void))[] = []
  let waiting = 0
  let working = false
  let run = Promise.resolve()
  let stopped = false

  async function work(): Promise<void> {
    while (queue.length > 0) {
      const batch = takeBatch(queue)
      const edits = batch.filter(isEdit<T>)
      try {
        await port.commit(edits)
      } catch (cause) {
        halt()
        working = false
        port.failed(cause)
        return
      }
      waiting = Math.max(0, waiting - sumOfBytes(edits))
      for (const item of batch) {
        if (isEdit<T>(item)) port.deliver(item)
        else item()
      }
      port.delivered()
    }
    working = false
  }

  function halt(): void {
    stopped = true
    queue = []
    waiting = 0
  }

  function start(): void {
    if (working) return
    working = true
    run = work()
  }

  return {
    add(edit) {
      if (stopped) return
      queue.push(edit)
      waiting += edit.bytes
      start()
    },
    afterwards(callback) {
      if (stopped) return
      if (working) queue.push(callback)
      else callback()
    },
    isIdle: () => !working,
    waiting: () => waiting,
    drained: () => run,
    stop: halt,
  }
}

/** Removes from the front of the queue what one commit may hold; callbacks in between go along. */
function takeBatch<T extends Pending>(queue: (T | (() => void))[]): (T | (() => void))[] {
  let frames = 0
  let bytes = 0
  let end = 0
  for (const item of queue) {
    if (isEdit<T>(item)) {
      frames++
      bytes += item.bytes
      if (frames > 1 && (frames > limits.batchFrames || bytes > limits.batchBytes)) break
    }
    end++
  }
  return queue.splice(0, end)
}

const isEdit = <T extends Pending>(item: T | (() => void)): item is T => typeof item !== 'function'
const sumOfBytes = (edits: readonly Pending[]): number => edits.reduce((sum, edit) => sum + edit.bytes, 0)
