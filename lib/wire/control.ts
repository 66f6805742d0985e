import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type BoardRole, isBoardRole } from '#lib/access/access.ts'

/**
 * What the sync server and the browser say to each other beside the y-websocket protocol.
 *
 * Every frame starts with its message type as a varuint. Types 0 and 1 are those of y-websocket; 110 is ours, which a stock
 * client ignores. A control frame goes on with its subtype, then HELLO, PROBE, NOTICE: one varstring of JSON; ACK: varuint n,
 * varuint seq; REJECT: varuint n, varuint code, varstring path; KEEPALIVE: nothing.
 *
 * `n` counts the update frames (sync subtypes 1 and 2) of one connection, from 1. `ACK n` promises that frames 1..n are
 * committed, or changed nothing.
 */
export const messageTypes = { sync: 0, awareness: 1, control: 110 } as const

/** Subtypes of a sync frame. */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const

const subtypes = { hello: 0, ack: 1, reject: 2, keepalive: 3, probe: 4, notice: 5 } as const

/** Raised when the two ends can no longer understand each other. */
export const protocolVersion = 1

/** The first thing a client hears, sent when the board is loaded. Times in ms since 1970, sizes in bytes. */
export type Hello = {
  readonly proto: number
  readonly role: BoardRole
  readonly epoch: number
  /** The number of the last committed edit. */
  readonly seq: number
  readonly connId: string
  readonly limits: { readonly update: number; readonly step2: number }
  readonly serverTime: number
}

/** `degraded`: the board could not be read whole and is read-only; `maintenance`: the server stops soon; `large`: near its largest size. */
const noticeCodes = ['degraded', 'maintenance', 'large'] as const
export type NoticeCode = (typeof noticeCodes)[number]

export type Control =
  | { readonly type: 'hello'; readonly hello: Hello }
  | { readonly type: 'ack'; readonly n: number; readonly seq: number }
  | { readonly type: 'reject'; readonly n: number; readonly code: number; readonly path: string }
  | { readonly type: 'keepalive' }
  /** Asks whether both ends hold the same: `hash` is the fingerprint of the document at edit `seq`. */
  | { readonly type: 'probe'; readonly seq: number; readonly hash: string }
  | { readonly type: 'notice'; readonly code: NoticeCode }

/** A whole control frame, message type included. */
export function encodeControl(control: Control): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.control)
  encoding.writeVarUint(encoder, subtypes[control.type])
  writeBody(encoder, control)
  return encoding.toUint8Array(encoder)
}

function writeBody(encoder: encoding.Encoder, control: Control): void {
  const { type } = control
  if (type === 'hello') encoding.writeVarString(encoder, JSON.stringify(control.hello))
  if (type === 'probe')
    encoding.writeVarString(encoder, JSON.stringify({ seq: control.seq, hash: control.hash }))
  if (type === 'notice') encoding.writeVarString(encoder, JSON.stringify({ code: control.code }))
  if (type === 'ack' || type === 'reject') encoding.writeVarUint(encoder, control.n)
  if (type === 'ack') encoding.writeVarUint(encoder, control.seq)
  if (type === 'reject') {
    encoding.writeVarUint(encoder, control.code)
    encoding.writeVarString(encoder, control.path)
  }
}

/** Reads what follows the message type; null for a subtype or content this build does not know. Throws on bytes that end too soon. */
export function readControl(decoder: decoding.Decoder): Control | null {
  switch (decoding.readVarUint(decoder)) {
    case subtypes.hello:
      return readHello(readJson(decoder))
    case subtypes.ack:
      return { type: 'ack', n: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }
    case subtypes.reject: {
      const n = decoding.readVarUint(decoder)
      return { type: 'reject', n, code: decoding.readVarUint(decoder), path: decoding.readVarString(decoder) }
    }
    case subtypes.keepalive:
      return { type: 'keepalive' }
    case subtypes.probe:
      return readProbe(readJson(decoder))
    case subtypes.notice: {
      const { code } = readJson(decoder)
      const known = noticeCodes.find((notice) => notice === code)
      return known ? { type: 'notice', code: known } : null
    }
    default:
      return null
  }
}

function readHello(json: Record<string, unknown>): Control | null {
  const { proto, role, epoch, seq, connId, limits, serverTime } = json
  if (!isNumber(proto) || !isBoardRole(role) || !isNumber(epoch) || !isNumber(seq)) return null
  if (typeof connId !== 'string' || !isNumber(serverTime)) return null
  if (typeof limits !== 'object' || limits === null) return null
  const { update, step2 } = limits as Record<string, unknown>
  if (!isNumber(update) || !isNumber(step2)) return null
  return { type: 'hello', hello: { proto, role, epoch, seq, connId, limits: { update, step2 }, serverTime } }
}

function readProbe({ seq, hash }: Record<string, unknown>): Control | null {
  return isNumber(seq) && typeof hash === 'string' ? { type: 'probe', seq, hash } : null
}

function readJson(decoder: decoding.Decoder): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(decoding.readVarString(decoder))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
