import { describe, expect, it } from 'vitest'
import { afterEvent, type SaveEvent, startSaving, stateOf } from './save-state.ts'

type Step = SaveEvent extends infer E
  ? E extends SaveEvent
    ? Omit<E, 'at'> & { at?: number }
    : never
  : never

const play = (...steps: Step[]) =>
  steps.reduce(
    (saving, step) => afterEvent(saving, { at: 0, ...step } as SaveEvent),
    startSaving('editor', 0),
  )

const opened: Step[] = [
  { type: 'opened' },
  { type: 'greeted', role: 'editor', sameEpoch: true, serverTime: 1_000_000 },
  { type: 'sent' },
  { type: 'synced' },
]
const saved: Step[] = [...opened, { type: 'acknowledged', n: 1, at: 500 }]

describe('the state of saving', () => {
  it('is Saved only when the server has confirmed everything, on the same history', () => {
    expect(stateOf(play(...opened), 100)).toBe('saving')
    expect(stateOf(play(...saved), 100)).toBe('saved')
    expect(stateOf(play({ type: 'opened' }, { type: 'synced' }), 100)).toBe('saving')
    const other: Step = { type: 'greeted', role: 'editor', sameEpoch: false, serverTime: 0 }
    expect(
      stateOf(
        play({ type: 'opened' }, other, { type: 'sent' }, { type: 'synced' }, { type: 'acknowledged', n: 1 }),
        1,
      ),
    ).toBe('saving')
  })

  it('is No connection, not Not saved yet, on a line that never brought the board', () => {
    expect(stateOf(play({ type: 'opened' }), 1_999)).toBe('saving')
    expect(stateOf(play({ type: 'opened' }), 2_000)).toBe('offline')
    expect(stateOf(play(...opened), 2_000)).toBe('not-saved')
  })

  it('tells server time', () => {
    expect(play(...saved).savedAt).toBe(1_000_500)
  })

  it('says Saving for two seconds, then Not saved yet', () => {
    const saving = play(...saved, { type: 'edited', sent: true, at: 1000 }, { type: 'sent', at: 1000 })
    expect(stateOf(saving, 2999)).toBe('saving')
    expect(stateOf(saving, 3000)).toBe('not-saved')
    expect(saving.unsaved).toBe(true)
  })

  it('counts the two seconds from the oldest change that waits', () => {
    const steps: Step[] = [1000, 2500].flatMap((at): Step[] => [
      { type: 'edited', sent: true, at },
      { type: 'sent', at },
    ])
    expect(stateOf(play(...saved, ...steps), 3100)).toBe('not-saved')
  })

  it('is not Saved by the confirmation of an earlier edit', () => {
    const two = play(
      ...saved,
      { type: 'edited', sent: true },
      { type: 'sent' },
      { type: 'edited', sent: true },
      { type: 'sent' },
    )
    const half = afterEvent(two, { type: 'acknowledged', n: 2, at: 0 })
    expect(stateOf(half, 1)).toBe('saving')
    expect(half.unsaved).toBe(true)
    expect(stateOf(afterEvent(half, { type: 'acknowledged', n: 3, at: 0 }), 1)).toBe('saved')
  })

  it('[DL-22] keeps an edit that no socket took as unsaved until a new connection has carried it', () => {
    const cut = play(...saved, { type: 'edited', sent: false }, { type: 'acknowledged', n: 1 })
    expect(stateOf(cut, 1)).not.toBe('saved')
    expect(cut.unsaved).toBe(true)
    const closed = afterEvent(cut, { type: 'closed', at: 1 })
    expect(stateOf(closed, 1)).toBe('offline')
    const back = [...opened, { type: 'acknowledged', n: 1 } as Step].reduce(
      (saving, step) => afterEvent(saving, { at: 2, ...step } as SaveEvent),
      closed,
    )
    expect(stateOf(back, 3)).toBe('saved')
    expect(back.unsaved).toBe(false)
  })

  it.each([
    [4401, 'signed-out'],
    [4403, 'gone'],
    [4404, 'gone'],
    [4409, 'refused'],
    [4413, 'refused'],
    [4422, 'refused'],
    [4400, 'refused'],
  ] as const)('reads close code %i as %s', (code, state) => {
    expect(stateOf(play(...saved, { type: 'ended', ending: { code, reason: '' } }), 1)).toBe(state)
  })

  it('starts anew after signing in again, keeping what is unsaved', () => {
    const out = play(
      ...saved,
      { type: 'edited', sent: true },
      { type: 'ended', ending: { code: 4401, reason: '' } },
    )
    const again = afterEvent(out, { type: 'restarted', at: 10 })
    expect(stateOf(again, 11)).toBe('saving')
    expect(again.unsaved).toBe(true)
  })

  it('is Read only for a viewer who is connected, No connection otherwise', () => {
    const viewer = play(
      { type: 'opened' },
      { type: 'greeted', role: 'viewer', sameEpoch: true, serverTime: 0 },
      { type: 'synced' },
    )
    expect(stateOf(viewer, 1)).toBe('read-only')
    expect(stateOf(afterEvent(viewer, { type: 'closed', at: 1 }), 1)).toBe('offline')
  })
})
