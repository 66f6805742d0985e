import type * as Y from 'yjs'
import type { BoardRole } from '#lib/access/access.ts'
import { type CloseCode, closeCodes } from '#lib/wire/close-codes.ts'
import { limits } from '#lib/wire/limits.ts'
import { judge } from './gate.ts'

type Edit = { readonly type: 'step2' | 'update'; readonly bytes: Uint8Array }

/** The edits of one connection, numbered as they come in, and how far they are settled. */
export type Intake = {
  readonly receive: (edit: Edit) => void
  /** Frame `n` is committed or changed nothing. */
  readonly settle: (n: number) => void
  /** The highest n such that frames 1..n are settled. */
  readonly acknowledged: () => number
  readonly isHolding: () => boolean
  readonly stop: () => void
}

type Port = {
  /** Applies edit `n` to the document and sends it on its way to the database; null: it says nothing. */
  readonly apply: (n: number, bytes: Uint8Array | null) => void
  /** Asks the client for everything the server lacks. */
  readonly ask: () => void
  readonly refuse: (n: number, code: CloseCode, reason: string) => void
}

/**
 * Lets edits through the gate in order. One that builds on something missing is held outside the document while the client is
 * asked for the rest: honest clients need it, a person may type between the opening of the socket and the server's step 1 [DL-11].
 */
export function createIntake(doc: Y.Doc, role: BoardRole, port: Port): Intake {
  let received = 0
  let acknowledged = 0
  const settled = new Set<number>()
  let held: { n: number; edit: Edit }[] = []
  let patience: NodeJS.Timeout | null = null

  function offer(n: number, edit: Edit): boolean {
    const judged = judge(doc, role, edit)
    if (judged.verdict === 'hold') return false
    if (judged.verdict === 'refuse') port.refuse(n, judged.code, judged.reason)
    else port.apply(n, judged.verdict === 'apply' ? edit.bytes : null)
    return true
  }

  function hold(n: number, { type, bytes }: Edit): void {
    held.push({ n, edit: { type, bytes: bytes.slice() } })
    const sum = held.reduce((total, { edit }) => total + edit.bytes.byteLength, 0)
    if (sum > limits.heldBytes) giveUp()
    if (sum > limits.heldBytes || patience) return
    patience = setTimeout(giveUp, limits.heldFor)
    port.ask()
  }

  function giveUp(): void {
    port.refuse(held[0]?.n ?? received, closeCodes.resyncNeeded, 'edits are missing')
  }

  function release(): void {
    for (let progress = true; progress && held.length > 0; ) {
      const before = held.length
      held = held.filter(({ n, edit }) => !offer(n, edit))
      progress = held.length < before
    }
    if (held.length === 0) stop()
  }

  function stop(): void {
    if (patience) clearTimeout(patience)
    patience = null
  }

  return {
    receive(edit) {
      const n = ++received
      if (!offer(n, edit)) hold(n, edit)
      else if (held.length > 0) release()
    },
    settle(n) {
      settled.add(n)
      while (settled.delete(acknowledged + 1)) acknowledged++
    },
    acknowledged: () => acknowledged,
    isHolding: () => held.length > 0,
    stop,
  }
}
