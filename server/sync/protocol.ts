import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Control, messageTypes, readControl, syncTypes } from '#lib/wire/control.ts'

/** The frames of a live board as the server reads and writes them; pairs of the y-websocket protocol plus our control messages. */

/** One frame from a client. `bytes` are views on the frame: copy what outlives it. */
export type Frame =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  /** An edit: `step2` answers the server's step 1 and carries everything the server lacked. */
  | { readonly type: 'step2' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'control'; readonly control: Control }
  /** A message type of a later client. */
  | { readonly type: 'unknown' }

/** Reads a whole frame; throws on anything that is not one [BI-02]. */
export function readFrame(data: Uint8Array): Frame {
  const decoder = decoding.createDecoder(data)
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder)
    case messageTypes.awareness:
      return { type: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
    case messageTypes.control: {
      const control = readControl(decoder)
      return control ? { type: 'control', control } : { type: 'unknown' }
    }
    default:
      return { type: 'unknown' }
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const subtype = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (subtype === syncTypes.step1) return { type: 'step1', stateVector: bytes }
  if (subtype === syncTypes.step2) return { type: 'step2', bytes }
  if (subtype === syncTypes.update) return { type: 'update', bytes }
  throw new Error(`unknown sync subtype ${subtype}`)
}

/** A sync frame; `payload` is a state vector for step 1, an update otherwise. */
export function writeSync(subtype: keyof typeof syncTypes, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.sync)
  encoding.writeVarUint(encoder, syncTypes[subtype])
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** What one client shows of itself; null: it left. */
export type AwarenessEntry = { readonly clientId: number; readonly clock: number; readonly state: unknown }

/** Reads an awareness update; throws on malformed bytes or JSON. */
export function readAwareness(bytes: Uint8Array, limit: number): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count > limit) throw new Error(`${count} states in one awareness frame`)
  return Array.from({ length: count }, () => {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    return { clientId, clock, state: JSON.parse(decoding.readVarString(decoder)) as unknown }
  })
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(body, clientId)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, JSON.stringify(state))
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}
