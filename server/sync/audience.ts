import * as Y from 'yjs'
import { type BoardRole, can } from '#lib/access/access.ts'
import { type CloseCode, closeCodes } from '#lib/wire/close-codes.ts'
import { encodeControl, protocolVersion } from '#lib/wire/control.ts'
import { fingerprint } from '#lib/wire/fingerprint.ts'
import { limits } from '#lib/wire/limits.ts'
import type { Connection } from './connection.ts'
import { createIntake, type Intake } from './intake.ts'
import { createPresence } from './presence.ts'
import { type Frame, writeSync } from './protocol.ts'

/** The people on one board: what each of them is told, and what they say. */
export type Audience = {
  /** Greets a newcomer, who hears of edits once its step 1 is answered. A degraded board is for reading only. */
  readonly enter: (connection: Connection, board: { epoch: number; seq: number; degraded: boolean }) => void
  readonly receive: (connection: Connection, frame: Frame) => void
  readonly leave: (connection: Connection) => void
  /** Sends committed updates, in order, to everyone who has the document; who made all of them is left out. */
  readonly broadcast: (updates: readonly Committed[]) => void
  /** Notes that edit `n` of a connection is committed; `acknowledge` tells all of them at once. */
  readonly settle: (connection: Connection, n: number) => void
  readonly acknowledge: (seq: number) => void
  readonly connections: () => readonly Connection[]
  readonly close: (code: CloseCode) => void
}

/** A stored update and the connection it came from. */
export type Committed = { readonly bytes: Uint8Array; readonly author?: Connection | undefined }

type Port = {
  readonly doc: Y.Doc
  /** Applies the n-th edit of a connection and stores it; null: it says nothing, but keeps its turn. */
  readonly edit: (connection: Connection, n: number, bytes: Uint8Array | null) => void
  /** Calls back when all that is in the document now is committed. */
  readonly afterwards: (callback: () => void) => void
  /** The number of the last edit when nothing is under way, else null. */
  readonly restingAt: () => number | null
}

type Member = {
  readonly intake: Intake
  /** Has the document up to some edit, and hears of every later one. */
  joined: boolean
  clientId: number | null
  mismatches: number
}

export function createAudience({ doc, edit, afterwards, restingAt }: Port): Audience {
  const members = new Map<Connection, Member>()
  const toAcknowledge = new Set<Connection>()

  const presence = createPresence((frame) => {
    for (const [connection, member] of members) if (member.joined) connection.sendPresence(frame)
  })

  function intakeFor(connection: Connection, role: BoardRole): Intake {
    return createIntake(doc, role, {
      apply: (n, bytes) => edit(connection, n, bytes),
      ask: () => askForAll(connection),
      refuse(n, code, reason) {
        connection.send(encodeControl({ type: 'reject', n, code, path: reason }))
        connection.close(code, reason)
      },
    })
  }

  const askForAll = (connection: Connection) => connection.send(writeSync('step1', Y.encodeStateVector(doc)))

  /** The reply holds edits that may still be on their way to disk: it is sent when they are there, so nobody sees what may yet be lost. */
  function answerStep1(connection: Connection, member: Member, stateVector: Uint8Array): void {
    const missing = stateVector.byteLength <= limits.stateVector ? encodeMissing(doc, stateVector) : null
    if (missing) afterwards(() => welcome(connection, member, missing))
    else connection.close(closeCodes.malformed, 'unreadable state vector')
  }

  function welcome(connection: Connection, member: Member, missing: Uint8Array): void {
    connection.send(writeSync('step2', missing))
    if (member.joined) return
    member.joined = true
    const people = presence.snapshot()
    if (people) connection.sendPresence(people)
  }

  function takePresence(connection: Connection, member: Member, bytes: Uint8Array): void {
    if (bytes.byteLength > limits.awareness * Math.max(1, members.size)) return
    try {
      member.clientId = presence.take(member.clientId, connection.person, bytes)
    } catch {
      connection.close(closeCodes.malformed, 'unreadable presence')
    }
  }

  /** Compares both ends when neither has anything under way; the first difference is repaired, the second ends the connection. */
  function compare(connection: Connection, member: Member, probe: { seq: number; hash: string }): void {
    if (restingAt() !== probe.seq || member.intake.isHolding()) return
    const same = probe.hash === fingerprint(doc)
    member.mismatches = same ? 0 : member.mismatches + 1
    if (same) return
    if (member.mismatches > 1) connection.close(closeCodes.resyncNeeded, 'the copies differ')
    askForAll(connection)
    connection.send(writeSync('step2', Y.encodeStateAsUpdate(doc)))
  }

  return {
    enter(connection, { epoch, seq, degraded }) {
      const role = degraded ? 'viewer' : connection.role
      members.set(connection, {
        intake: intakeFor(connection, role),
        joined: false,
        clientId: null,
        mismatches: 0,
      })
      const told = { update: limits.update, step2: limits.step2 }
      const hello = {
        proto: protocolVersion,
        role,
        epoch,
        seq,
        connId: connection.id,
        limits: told,
        serverTime: Date.now(),
      }
      connection.send(encodeControl({ type: 'hello', hello }))
      if (degraded) connection.send(encodeControl({ type: 'notice', code: 'degraded' }))
      if (can(role, 'edit')) askForAll(connection)
    },
    receive(connection, frame) {
      const member = members.get(connection)
      if (!member) return
      if (frame.type === 'step1') answerStep1(connection, member, frame.stateVector)
      else if (frame.type === 'step2' || frame.type === 'update') member.intake.receive(frame)
      else if (frame.type === 'awareness') takePresence(connection, member, frame.bytes)
      else if (frame.type === 'control' && frame.control.type === 'probe')
        compare(connection, member, frame.control)
    },
    leave(connection) {
      const member = members.get(connection)
      members.delete(connection)
      member?.intake.stop()
      if (member && member.clientId !== null) presence.remove(member.clientId)
    },
    broadcast(updates) {
      const [first] = updates
      if (!first) return
      // One frame for all: sending is dearer than the echo of an own edit, which changes nothing.
      const frame = writeSync('update', updates.length === 1 ? first.bytes : merged(updates))
      const { author } = updates.every((update) => update.author === first.author) ? first : nobody
      for (const [connection, member] of members)
        if (member.joined && connection !== author) connection.send(frame)
    },
    settle(connection, n) {
      members.get(connection)?.intake.settle(n)
      toAcknowledge.add(connection)
    },
    acknowledge(seq) {
      for (const connection of toAcknowledge) {
        const n = members.get(connection)?.intake.acknowledged()
        if (n) connection.send(encodeControl({ type: 'ack', n, seq }))
      }
      toAcknowledge.clear()
    },
    connections: () => [...members.keys()],
    close(code) {
      presence.stop()
      for (const connection of [...members.keys()]) connection.close(code)
    },
  }
}

const nobody: Pick<Committed, 'author'> = {}
const merged = (updates: readonly Committed[]) => Y.mergeUpdates(updates.map(({ bytes }) => bytes))

function encodeMissing(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | null {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector)
  } catch {
    return null
  }
}
