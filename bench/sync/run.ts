/**
 * An edit by one person until another one's document holds it, each server in a process of its own, in turn round by round.
 * Ours has stored the edit by then; the others store nothing. Prints a table and writes bench/results/sync.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { conditions } from '../conditions.ts'
import { joinQuiet, joinWhole } from './client.ts'
import { type Contender, startContenders } from './contenders.ts'

type Case = {
  readonly name: string
  readonly writers: number
  readonly quiet: number
  readonly edits: number /** Milliseconds between the edits of one writer; 0: the next when the last was seen. */
  readonly every: number
}

const cases: readonly Case[] = [
  { name: '2 people', writers: 1, quiet: 0, edits: 200, every: 0 },
  { name: '50 people, one types', writers: 1, quiet: 48, edits: 100, every: 0 },
  { name: '50 type, one edit a second each, 50 watch', writers: 50, quiet: 49, edits: 4, every: 1000 },
]
const rounds = 4
/** The budget: p50 within twice the reference server and one commit, p95 within 250 ms. */
const budget = { times: 2, p95: 250 }

const contenders = await startContenders()
const rows = []
try {
  for (const one of cases) {
    const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]))
    for (let round = 0; round <= rounds; round++) {
      for (const contender of contenders) {
        const measured = await measure(contender, one)
        // The first round warms up.
        if (round > 0) times.get(contender)?.push(...measured)
      }
    }
    rows.push(...summarise(one, times))
  }
} finally {
  await Promise.all(contenders.map((contender) => contender.stop()))
}
console.table(
  Object.fromEntries(rows.map(({ people, server, ...figures }) => [`${people} · ${server}`, figures])),
)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/sync.json', `${JSON.stringify({ ...conditions(), budget, rows }, null, 2)}\n`)

async function measure(contender: Contender, { writers, quiet, edits, every }: Case): Promise<number[]> {
  /** What each typist wrote and is not seen yet, in order. Edits that are stored together are told together: the last one shows. */
  const unseen: { value: string; at: number }[][] = Array.from({ length: writers }, () => [])
  const times: number[] = []
  let heard = () => {}
  const listener = await joinWhole(contender, (value) => {
    const row = unseen.find((row) => row.some((sent) => sent.value === value))
    const last = row?.findIndex((sent) => sent.value === value) ?? -1
    for (const { at } of row?.splice(0, last + 1) ?? []) times.push(performance.now() - at)
    if (last >= 0) heard()
  })
  const typists = await Promise.all(
    Array.from({ length: writers }, () => joinWhole(contender, () => undefined)),
  )
  const watchers = await Promise.all(Array.from({ length: quiet }, () => joinQuiet(contender)))
  const write = (i: number, value: string) => {
    unseen[i]?.push({ value, at: performance.now() })
    typists[i]?.write(value)
  }
  const total = writers * edits
  const allHeard = new Promise<void>((resolve) => {
    heard = () => {
      if (times.length === total) resolve()
    }
  })
  if (every === 0) await oneByOne()
  else await steadily()

  async function oneByOne(): Promise<void> {
    for (let n = 0; n < edits; n++) {
      const seen = new Promise<void>((resolve) => {
        heard = resolve
      })
      write(0, `${contender.name}-${n}-${Math.random()}`)
      await seen
    }
  }

  async function steadily(): Promise<void> {
    const timers = typists.map((_, i) => {
      let n = 0
      const next = () => {
        write(i, `${i}-${n++}-${Math.random()}`)
        if (n < edits) setTimeout(next, every)
      }
      return setTimeout(next, (every * i) / writers)
    })
    await allHeard
    for (const timer of timers) clearTimeout(timer)
  }

  await Promise.all([listener, ...typists, ...watchers].map((client) => client.leave()))
  return times
}

function summarise(one: Case, times: ReadonlyMap<Contender, number[]>) {
  const p = (list: readonly number[], part: number) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length * part)] ?? Number.NaN
  const p50Of = (name: string) => p([...times].find(([contender]) => contender.name === name)?.[1] ?? [], 0.5)
  const [relay, reference] = [p50Of('bare ws relay'), p50Of('@y/websocket-server')]
  return [...times].map(([contender, list]) => {
    const [p50, p95] = [p(list, 0.5), p(list, 0.95)]
    const allowed = contender.commit === null ? null : budget.times * reference + contender.commit
    return {
      people: one.name,
      server: contender.name,
      'p50 ms': round(p50),
      'p95 ms': round(p95),
      'to relay': round(p50 / relay),
      'to reference': round(p50 / reference),
      'one commit ms': contender.commit === null ? '' : round(contender.commit),
      'within budget':
        allowed === null ? '' : p50 <= allowed && p95 <= budget.p95 ? 'yes' : `no (${round(allowed)})`,
    }
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
