import type * as Y from 'yjs'

/** One change of a shared text as Yjs reports it: keep, insert or delete so many characters (UTF-16). */
export type TextDelta = Y.YTextEvent['delta']

/** Where a caret stands after someone else's change; text put in exactly at the caret comes after it. */
export function moveCaret(caret: number, delta: TextDelta): number {
  let seen = 0
  let moved = caret
  for (const step of delta) {
    if (step.retain !== undefined) seen += step.retain
    else if (typeof step.insert === 'string') {
      if (seen < moved) moved += step.insert.length
      seen += step.insert.length
    } else if (step.delete !== undefined) moved -= Math.max(0, Math.min(step.delete, moved - seen))
    if (seen > moved) break
  }
  return moved
}
