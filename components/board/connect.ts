import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { BoardRole } from '#lib/access/access.ts'
import { closeCodes } from '#lib/wire/close-codes.ts'
import { type Control, messageTypes, readControl } from '#lib/wire/control.ts'
import type { Sign } from '#lib/wire/presence.ts'
import { countingSocket } from './counting-socket.ts'
import { createPeerFeed, type PeerFeed } from './peer-feed.ts'
import { createProbe } from './probe.ts'
import {
  afterEvent,
  type Ending,
  patience,
  type SaveEvent,
  type SaveState,
  type Saving,
  startSaving,
  stateOf,
} from './save-state.ts'

/** The line between this page and the server: carries the document both ways and knows what is stored. */
export type Connection = {
  readonly state: () => SaveState
  /** Server time of the last moment at which everything was known to be stored, ms since 1970. */
  readonly savedAt: () => number | null
  /** The document holds the board: before that there is nothing to show and nothing may be edited [DL-21]. */
  readonly isReady: () => boolean
  /** Changes of this person that are not known to be stored: leaving the page would lose them. */
  readonly hasUnsaved: () => boolean
  /** The role as the server last told it. */
  readonly role: () => BoardRole
  /** Why the connection stopped for good; null while it lives or tries again. */
  readonly ending: () => Ending | null
  /** Called after any of the above may have changed. */
  readonly subscribe: (listener: () => void) => () => void
  /** Tries again at once: after signing in again, or for the impatient. */
  readonly connect: () => void
  readonly peers: PeerFeed
  /** Shows the others what changed of this person's sign. */
  readonly show: (sign: Partial<Sign>) => void
  readonly destroy: () => void
}

export type ConnectOptions = {
  readonly boardId: string
  readonly epoch: number
  readonly role: BoardRole
  readonly doc: Y.Doc
  /** `wss://host`; by default the server of this page. */
  readonly server?: string
  readonly socketClass?: typeof WebSocket
}

/** Opens the line. The document stays usable when it breaks; everything made meanwhile travels when it is back. */
export function connect({
  boardId,
  epoch,
  role,
  doc,
  server = pageServer(),
  socketClass = WebSocket,
}: ConnectOptions): Connection {
  let saving: Saving = startSaving(role, now())
  let said = stateOf(saving, now())
  let overdue: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const peers = createPeerFeed(doc.clientID)
  const awareness = new Awareness(doc)

  function note(
    event: SaveEvent extends infer E ? (E extends SaveEvent ? Omit<E, 'at'> : never) : never,
  ): void {
    const before = saving
    saving = afterEvent(saving, { ...event, at: now() } as SaveEvent)
    tell(before)
    clearTimeout(overdue)
    if (said === 'saving') overdue = setTimeout(() => tell(saving), saving.busySince + patience - now() + 1)
  }

  function tell(before: Saving): void {
    const state = stateOf(saving, now())
    const same = ['savedAt', 'everSynced', 'unsaved', 'role', 'ending'] as const
    if (state === said && same.every((part) => before[part] === saving[part])) return
    said = state
    for (const listener of [...listeners]) listener()
  }

  const provider = new WebsocketProvider(`${server}/sync`, `${boardId}.${epoch}`, doc, {
    connect: false,
    awareness,
    // Tabs would exchange edits behind the server's back, across accounts and after access was taken away.
    disableBc: true,
    // Everybody at once after a restart would be a storm.
    maxBackoffTime: 5_000 + Math.random() * 10_000,
    WebSocketPolyfill: countingSocket(socketClass, () => note({ type: 'sent' })),
  })
  const probe = createProbe(
    doc,
    () => provider.ws,
    () => stateOf(saving, now()) === 'saved',
  )

  function hear(control: Control | null): void {
    if (control?.type === 'hello') {
      const { role, epoch: theirs, serverTime } = control.hello
      note({ type: 'greeted', role, sameEpoch: theirs === epoch, serverTime })
      probe.atSeq(control.hello.seq)
    } else if (control?.type === 'ack') {
      note({ type: 'acknowledged', n: control.n })
      probe.atSeq(control.seq)
    }
  }

  provider.messageHandlers[messageTypes.control] = (_encoder, decoder) => hear(readControl(decoder))
  // The stock handler would send everything it hears of others back to the server.
  provider.messageHandlers[messageTypes.awareness] = (_encoder, decoder) => peers.hear(decoder)
  provider.on('status', ({ status }) => {
    if (status === 'connected') note({ type: 'opened' })
  })
  provider.on('sync', (synced) => {
    if (synced) note({ type: 'synced' })
  })
  provider.on('connection-close', (event) => {
    peers.clear()
    note({ type: 'closed' })
    // These ask for more patience than the next step of the usual backoff.
    if (event?.code === closeCodes.overloaded || event?.code === closeCodes.rateLimited)
      provider.wsUnsuccessfulReconnects = 10
  })
  provider.on('closed', (ending) => note({ type: 'ended', ending }))

  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    probe.touch()
    if (origin !== provider)
      note({ type: 'edited', sent: provider.wsconnected && provider.ws?.readyState === 1 })
  }
  doc.on('update', onUpdate)

  function reconnect(): void {
    if (saving.ending) note({ type: 'restarted' })
    provider.connect()
  }
  const onOnline = () => provider.shouldConnect && provider.connect()
  globalThis.addEventListener?.('online', onOnline)
  provider.connect()

  return {
    state: () => said,
    savedAt: () => saving.savedAt,
    isReady: () => saving.everSynced,
    hasUnsaved: () => saving.unsaved,
    role: () => saving.role,
    ending: () => saving.ending,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connect: reconnect,
    peers,
    show: (sign) => awareness.setLocalState({ ...awareness.getLocalState(), ...sign }),
    destroy() {
      clearTimeout(overdue)
      globalThis.removeEventListener?.('online', onOnline)
      doc.off('update', onUpdate)
      listeners.clear()
      probe.destroy()
      provider.destroy()
      awareness.destroy()
    },
  }
}

const now = () => performance.now()

const pageServer = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`
