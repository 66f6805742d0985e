import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL of our own: private directory, private socket, no network. */
export type TestPostgres = { readonly url: (database: string) => string; readonly stop: () => Promise<void> }

/** Starts PostgreSQL from `binaries` on an empty cluster. Its speed is a test's: it forgets on power loss, not on kill. */
export async function startPostgres(binaries: string): Promise<TestPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'bollenboom-pg-'))
  const user = unprivilegedUser()
  if (user) chownSync(home, user.uid, user.gid)
  const data = join(home, 'data')
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: home, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const args = [
    '-D',
    data,
    '-k',
    home,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
    '-c',
    'max_connections=200',
    '-c',
    'log_min_messages=panic',
  ]
  const server = spawn(join(binaries, 'postgres'), args, { ...user, cwd: home, stdio: 'ignore' })
  const url = (database: string) =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(home)}`
  await untilAnswering(url('postgres'), server)
  return { url, stop: () => stop(server, home) }
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const read = (what: string) =>
        Number(execFileSync('id', [what, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
      return { uid: read('-u'), gid: read('-g') }
    } catch {
      // The next name may exist.
    }
  }
  return undefined
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL ended with code ${server.exitCode} while starting`)
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (cause) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not answer within 20 s', { cause })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  const ended = server.exitCode === null ? once(server, 'exit') : Promise.resolve()
  // SIGQUIT: at once, without waiting for clients; nothing of it is kept.
  server.kill('SIGQUIT')
  await ended
  rmSync(home, { recursive: true, force: true })
}
