import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '#scripts/find-postgres.mjs'
import { startPostgres } from '#server/db/postgres-for-tests.ts'

/** A server under measurement, in a process of its own. `commit`: milliseconds of one commit, where there are any. */
export type Contender = {
  readonly name: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether it answers step 1; a relay does not. */
  readonly syncs: boolean
  readonly commit: number | null
  readonly stop: () => Promise<void>
}

type Said = { url: string; cookie?: string; origin?: string; commit?: number }

/** All contenders this machine can run. */
export async function startContenders(): Promise<Contender[]> {
  const contenders = [await startRelay(), await startReference(), await startOnSqlite()]
  const binaries = findPostgres()
  if (binaries) contenders.push(await startOnPostgres(binaries))
  else console.warn('no PostgreSQL here: measured without it')
  return contenders
}

async function startRelay(): Promise<Contender> {
  const { said, child } = await start('relay.process.ts')
  return {
    name: 'bare ws relay',
    url: said.url,
    headers: {},
    syncs: false,
    commit: null,
    stop: () => end(child),
  }
}

async function startReference(): Promise<Contender> {
  const port = await freePort()
  const script = new URL('../peers/node_modules/@y/websocket-server/src/server.js', import.meta.url).pathname
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port) }
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const url = `ws://127.0.0.1:${port}/bench`
  return { name: '@y/websocket-server', url, headers: {}, syncs: true, commit: null, stop: () => end(child) }
}

async function startOnSqlite(): Promise<Contender> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bollenboom-bench-'))
  return startOurs('ours on SQLite', { dataDir }, async () =>
    rmSync(dataDir, { recursive: true, force: true }),
  )
}

async function startOnPostgres(binaries: string): Promise<Contender> {
  const postgres = await startPostgres(binaries)
  return startOurs('ours on PostgreSQL', { url: postgres.url('postgres') }, postgres.stop)
}

async function startOurs(name: string, place: object, remove: () => Promise<void>): Promise<Contender> {
  const { said, child } = await start('ours.process.ts', JSON.stringify(place))
  const headers = { cookie: said.cookie ?? '', origin: said.origin ?? '' }
  const stop = async () => {
    await end(child)
    await remove()
  }
  return { name, url: said.url, headers, syncs: true, commit: said.commit ?? null, stop }
}

async function start(file: string, ...args: string[]): Promise<{ said: Said; child: ChildProcess }> {
  const script = new URL(file, import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { said: JSON.parse(line.toString()) as Said, child }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
