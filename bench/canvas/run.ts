import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { buildPages } from './build.ts'
import type { Contender } from './contender.ts'
import { serveFolder } from './serve.ts'

/**
 * Our canvas beside stock React Flow and a bare canvas 2D on the same board in the same run. Times are main-thread
 * milliseconds; machines differ, so read the ratios. Writes bench/results/canvas.json.
 */

declare global {
  interface Window {
    contender?: Contender
    framesSeen?: number
  }
}

type Measures = {
  open: number
  panAll: number
  pan100: number
  tab: number
  drag1: number
  drag100: number
  heap: number
}

const contenders = { ours: 'ours.tsx', stock: 'stock.tsx', plain: 'plain.ts' } as const
type Name = keyof typeof contenders
type Results = Readonly<Record<number, Partial<Record<Name, Measures>>>>

/** A slow peer can be left out: `CANVAS_AGAINST=plain`. */
const against = process.env.CANVAS_AGAINST?.split(',') ?? ['stock', 'plain']
const names = (Object.keys(contenders) as Name[]).filter((name) => name === 'ours' || against.includes(name))

const sizes = process.env.CANVAS_NODES?.split(',').map(Number) ?? [1000, 5000]
const rounds = Number(process.env.CANVAS_ROUNDS ?? 3)
/** A line without `atMost` only tells. */
const budgets = [
  { what: 'panAll', against: 'plain', atMost: 1 },
  { what: 'panAll', against: 'stock' },
  { what: 'pan100', against: 'plain', atMost: 1.2 },
  { what: 'open', against: 'plain', atMost: 2.5 },
  { what: 'open', against: 'stock', atMost: 1 / 8 },
  { what: 'tab', against: 'plain', atMost: 2 },
  { what: 'drag1', against: 'stock', atMost: 1 / 4 },
  { what: 'drag100', against: 'plain', atMost: 1.2 },
] as const

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage --enable-precise-memory-info'

const folder = await mkdtemp(join(tmpdir(), 'bench-canvas-'))
await buildPages(folder, Object.values(contenders))
const server = await serveFolder(folder)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: flags.split(' '),
})
try {
  const busyBefore = loadavg()[0] ?? 0
  const results: Record<number, Partial<Record<Name, Measures>>> = {}
  for (const nodes of sizes) results[nodes] = await compare(nodes)
  await mkdir('bench/results', { recursive: true })
  await writeFile(
    'bench/results/canvas.json',
    `${JSON.stringify({ date: new Date().toISOString(), machine: machineNote(busyBefore), rounds, results, budgets: verdicts(results) }, null, 2)}\n`,
  )
  report(results)
} finally {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true })
}

/** On what the figures were measured, and how busy it was with other things. */
function machineNote(busyBefore: number): string {
  const load = `load ${busyBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, headless Chromium ${browser.version()} without a GPU, 1440×900, ${load}`
}

async function compare(nodes: number): Promise<Partial<Record<Name, Measures>>> {
  const all: Record<Name, Measures[]> = { ours: [], stock: [], plain: [] }
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const measures = await measure(browser, name, nodes)
      console.error(`${nodes} nodes, round ${round + 1}, ${name}: ${JSON.stringify(medians([measures]))}`)
      all[name].push(measures)
    }
  return Object.fromEntries(names.map((name) => [name, medians(all[name])]))
}

async function measure(browser: Browser, name: Name, nodes: number): Promise<Measures> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  try {
    // The compiler names the functions that are sent to the page; the page has no use for it.
    await context.addInitScript('globalThis.__name = (made) => made')
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    await page.goto(`${server.url}/${name}.html?nodes=${nodes}`)
    const open = await page.evaluate(openingTime)
    await settle(page)
    const heap = await heapOf(cdp)
    const panAll = await perFrame(page, cdp, () => page.evaluate(pan))
    await page.evaluate(() => window.contender?.zoomTo(1))
    await settle(page)
    const pan100 = await perFrame(page, cdp, () => page.evaluate(pan))
    const tab = await addChildren(page, cdp)
    const start = await page.evaluate(() => window.contender?.show('n8') ?? { x: 0, y: 0 })
    await settle(page)
    const drag1 = await perFrame(page, cdp, () => dragOne(page, start))
    const again = await page.evaluate(() => window.contender?.show('n8') ?? { x: 0, y: 0 })
    await page.evaluate(() => window.contender?.select(Array.from({ length: 100 }, (_, i) => `n${i + 8}`)))
    await settle(page)
    const drag100 = await perFrame(page, cdp, () => dragOne(page, again))
    return { open, panAll, pan100, tab, drag1, drag100, heap }
  } finally {
    await context.close()
  }
}

/** Milliseconds from navigation until the board is on the screen, the time to make it up left out. */
async function openingTime(): Promise<number> {
  const end = performance.now() + 60_000
  while (!window.contender?.isPainted() && performance.now() < end)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - (window.contender?.made ?? 0)
}

/** Pans in a circle, one wheel event a frame. */
async function pan(): Promise<void> {
  const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
  for (let i = 0; i < 45; i++) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const deltaX = Math.cos(i / 7) * 30
    const deltaY = Math.sin(i / 7) * 30
    target?.dispatchEvent(
      new WheelEvent('wheel', {
        deltaX,
        deltaY,
        clientX: innerWidth / 2,
        clientY: innerHeight / 2,
        bubbles: true,
        cancelable: true,
      }),
    )
  }
}

/** Drags the node at a point about, thirty moves, and everything that is selected with it. */
async function dragOne(page: Page, start: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  for (let i = 1; i <= 30; i++)
    await page.mouse.move(start.x + Math.sin(i / 6) * 120, start.y + Math.cos(i / 9) * 90)
  await page.mouse.up()
}

/** Main-thread milliseconds of adding a child, the frame that shows it included. */
async function addChildren(page: Page, cdp: CDPSession): Promise<number> {
  const times: number[] = []
  await page.evaluate(() => window.contender?.show('n8'))
  await settle(page)
  for (let i = 0; i < 7; i++) {
    const before = await taskTime(cdp)
    await page.evaluate(
      async (id) => {
        window.contender?.addChild(id)
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
      },
      `n${7 + i}`,
    )
    times.push((await taskTime(cdp)) - before)
  }
  return median(times)
}

async function perFrame(page: Page, cdp: CDPSession, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    window.framesSeen = 0
    const count = () => {
      window.framesSeen = (window.framesSeen ?? 0) + 1
      requestAnimationFrame(count)
    }
    count()
  })
  const before = await taskTime(cdp)
  const framesBefore = await page.evaluate(() => window.framesSeen ?? 0)
  await act()
  const frames = (await page.evaluate(() => window.framesSeen ?? 0)) - framesBefore
  return ((await taskTime(cdp)) - before) / Math.max(1, frames)
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6
}

/** Waits until the page has drawn twelve frames in a row without long ones, at most three seconds. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let calm = 0
    let last = performance.now()
    const end = last + 3000
    while (calm < 12 && last < end) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      calm = now - last < 40 ? calm + 1 : 0
      last = now
    }
  })
}

function medians(all: readonly Measures[]): Measures {
  const of = (key: keyof Measures) => Math.round(median(all.map((one) => one[key])) * 100) / 100
  return {
    open: of('open'),
    panAll: of('panAll'),
    pan100: of('pan100'),
    tab: of('tab'),
    drag1: of('drag1'),
    drag100: of('drag100'),
    heap: of('heap'),
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

function verdicts(results: Results) {
  const largest = results[Math.max(...sizes)]
  return budgets.flatMap((budget) => {
    const { what, against } = budget
    const ours = largest?.ours
    const peer = largest?.[against]
    if (!ours || !peer) return []
    const atMost = 'atMost' in budget ? budget.atMost : null
    const ratio = Math.round((ours[what] / peer[what]) * 1000) / 1000
    return [{ what, against, atMost, ratio, kept: atMost === null ? null : ratio <= atMost }]
  })
}

function report(results: Results): void {
  for (const nodes of sizes) {
    console.log(`\n${nodes} nodes (ms; heap MB)`)
    console.table(results[nodes])
  }
  console.table(verdicts(results))
}
