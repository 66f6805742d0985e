import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server of its own with a data directory of its own: the built product, as people start it. */
export type House = {
  readonly url: string
  readonly dataDir: string
  /** Starts the process and waits for the line that says it is ready. */
  readonly start: () => Promise<void>
  /** Ends it as a supervisor would; resolves with the exit code. */
  readonly stop: () => Promise<number | null>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  /** Runs an administrator's command and answers what it prints. */
  readonly admin: (args: readonly string[], input?: string) => string
  /** Stops the process and removes everything it kept. */
  readonly demolish: () => Promise<void>
}

const entrance = join(import.meta.dirname, '../dist/main.js')
const adminEntrance = join(import.meta.dirname, '../dist/admin.js')

/** Plans a house on a free port; `env` adds to its environment. Nothing runs until `start`. */
export async function planHouse(env: Record<string, string> = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bollenboom-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ...env,
  }
  let running: ChildProcess | null = null

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const child = running
    if (!child) return 0
    running = null
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return gone
  }

  return {
    url,
    dataDir,
    async start() {
      const child = spawn(process.execPath, [entrance], {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      running = child
      // What the server complains about, and how it ended, belongs in the report of the test.
      child.stderr?.on('data', (words) => process.stderr.write(words))
      child.once('exit', (code, signal) => {
        if (running === child) process.stderr.write(`The server ended by itself: ${code ?? signal}\n`)
      })
      await readyLine(child)
      child.stdout?.on('data', (words) => process.stderr.write(words))
    },
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    admin: (args, input = '') =>
      execFileSync(process.execPath, [adminEntrance, ...args], { env: environment, input, encoding: 'utf8' }),
    async demolish() {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code} before it was ready.`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) resolve()
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
}
