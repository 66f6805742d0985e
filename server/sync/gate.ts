import * as Y from 'yjs'
import { type BoardRole, can } from '#lib/access/access.ts'
import { type CloseCode, closeCodes } from '#lib/wire/close-codes.ts'
import { limits } from '#lib/wire/limits.ts'
import { type DecodedUpdate, hasGap, isEmpty } from './gaps.ts'

/** What becomes of an edit: `apply` it, `skip` it as it says nothing, `hold` it until what it builds on is here, or `refuse` it. */
export type Verdict =
  | { readonly verdict: 'apply' | 'skip' | 'hold' }
  | { readonly verdict: 'refuse'; readonly code: CloseCode; readonly reason: string }

/** Judges an edit before anything of it touches the document; nothing of a refused edit is ever applied [BI-04]. */
export function judge(
  doc: Y.Doc,
  role: BoardRole,
  edit: { type: 'step2' | 'update'; bytes: Uint8Array },
): Verdict {
  if (edit.bytes.byteLength > limits[edit.type]) return refuse(closeCodes.tooLarge, 'the edit is too large')
  const update = decode(edit.bytes)
  if (!update) return refuse(closeCodes.malformed, 'the edit cannot be read')
  if (isEmpty(update)) return { verdict: 'skip' }
  if (!can(role, 'edit')) return refuse(closeCodes.noAccess, 'this role may not edit')
  return { verdict: hasGap(doc, update) ? 'hold' : 'apply' }
}

/** Only the V1 form: the V2 decoder can be made to run for ever [BI-03]. */
function decode(bytes: Uint8Array): DecodedUpdate | null {
  try {
    return Y.decodeUpdate(bytes)
  } catch {
    return null
  }
}

const refuse = (code: CloseCode, reason: string): Verdict => ({ verdict: 'refuse', code, reason })
