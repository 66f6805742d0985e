import { type BoardRole, can } from '#lib/access/access.ts'
import { closeCodes } from '#lib/wire/close-codes.ts'

/** What a person is told about their changes. */
export type SaveState =
  | 'saved'
  | 'saving'
  | 'not-saved'
  | 'offline'
  | 'read-only'
  | 'refused'
  | 'signed-out'
  | 'gone'

/** Why the connection stopped for good. */
export type Ending = { readonly code: number; readonly reason: string }

/** Everything the state of saving follows from; times in ms of one local clock. */
export type Saving = {
  readonly role: BoardRole
  /** Null before the first word from the server. */
  readonly socket: 'opening' | 'open' | 'closed'
  readonly synced: boolean
  readonly everSynced: boolean
  /** Whether the server speaks of the same history as we do. */
  readonly sameEpoch: boolean
  /** Edit frames sent on this socket, and how many of them are committed. */
  readonly sent: number
  readonly acknowledged: number
  /** Changes made while nothing could be sent: they travel with the next connection's first frame. */
  readonly stranded: boolean
  /** A change of this person is not known to be stored. */
  readonly unsaved: boolean
  /** Since when something has been under way. */
  readonly busySince: number
  /** Server time in ms since 1970, null before the first confirmation. */
  readonly savedAt: number | null
  /** What to add to the local clock to get server time. */
  readonly clockOffset: number
  readonly ending: Ending | null
}

export type SaveEvent = { readonly at: number } & (
  | { readonly type: 'opened' }
  | {
      readonly type: 'greeted'
      readonly role: BoardRole
      readonly sameEpoch: boolean
      readonly serverTime: number
    }
  | { readonly type: 'synced' }
  /** A local change; `sent` tells whether it could be handed to the socket. */
  | { readonly type: 'edited'; readonly sent: boolean }
  | { readonly type: 'sent' }
  | { readonly type: 'acknowledged'; readonly n: number }
  | { readonly type: 'closed' }
  | { readonly type: 'ended'; readonly ending: Ending }
  | { readonly type: 'restarted' }
)

/** After this long *Saving…* becomes *Not saved yet*, in ms. */
export const patience = 2_000

export const startSaving = (role: BoardRole, at: number): Saving => ({
  role,
  socket: 'opening',
  synced: false,
  everSynced: false,
  sameEpoch: true,
  sent: 0,
  acknowledged: 0,
  stranded: false,
  unsaved: false,
  busySince: at,
  savedAt: null,
  clockOffset: 0,
  ending: null,
})

/** What an event makes of it. */
export function afterEvent(saving: Saving, event: SaveEvent): Saving {
  const { at } = event
  switch (event.type) {
    case 'opened':
      return {
        ...saving,
        socket: 'open',
        synced: false,
        sent: 0,
        acknowledged: 0,
        stranded: false,
        busySince: at,
      }
    case 'greeted':
      return { ...saving, role: event.role, sameEpoch: event.sameEpoch, clockOffset: event.serverTime - at }
    case 'synced':
      return { ...saving, synced: true, everSynced: true }
    case 'edited':
      return {
        ...saving,
        unsaved: true,
        stranded: saving.stranded || !event.sent,
        busySince: isSettled(saving) && !saving.unsaved ? at : saving.busySince,
      }
    case 'sent':
      return {
        ...saving,
        sent: saving.sent + 1,
        busySince: isSettled(saving) && !saving.unsaved ? at : saving.busySince,
      }
    case 'acknowledged':
      return confirm({ ...saving, acknowledged: Math.max(saving.acknowledged, event.n) }, at)
    case 'closed':
      return { ...saving, socket: 'closed', synced: false }
    case 'ended':
      return { ...saving, socket: 'closed', synced: false, ending: event.ending }
    case 'restarted':
      return { ...saving, ending: null, socket: 'opening', busySince: at }
  }
}

function confirm(saving: Saving, at: number): Saving {
  if (!isSettled(saving)) return saving
  return { ...saving, unsaved: false, savedAt: at + saving.clockOffset }
}

/** Whether everything handed to this socket is committed, and nothing was left behind. */
const isSettled = ({ sent, acknowledged, stranded, socket, sameEpoch }: Saving): boolean =>
  socket === 'open' && sent >= 1 && acknowledged === sent && !stranded && sameEpoch

/** The one true word for it at the moment `now`. */
export function stateOf(saving: Saving, now: number): SaveState {
  if (saving.ending) return stateOfEnding(saving.ending.code)
  if (saving.socket === 'closed') return 'offline'
  if (!can(saving.role, 'edit')) return 'read-only'
  if (saving.synced && isSettled(saving)) return 'saved'
  if (now - saving.busySince < patience) return 'saving'
  // Before the board is there nobody can have changed it: a line that stays silent is no line.
  return saving.everSynced ? 'not-saved' : 'offline'
}

function stateOfEnding(code: number): SaveState {
  if (code === closeCodes.signedOut) return 'signed-out'
  return code === closeCodes.noAccess || code === closeCodes.boardGone ? 'gone' : 'refused'
}
