import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDataDir } from '#server/lock.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bollenboom-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Another process that takes the lock, says so and waits. */
async function holder() {
  const script = `const { lockDataDir } = await import('#server/lock.ts'); await lockDataDir(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

it('refuses while another process holds the directory, naming both', async () => {
  const child = await holder()
  await expect(lockDataDir(dataDir)).rejects.toThrow(
    `The data directory ${dataDir} is in use by process ${child.pid}: stop that process, or choose another DATA_DIR.`,
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
})

it('takes over at once from a process that was killed', async () => {
  const child = await holder()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = await lockDataDir(dataDir)
  lock.release()
})

it('can be taken again after it was released', async () => {
  const first = await lockDataDir(dataDir)
  await expect(lockDataDir(dataDir)).rejects.toThrow(`process ${process.pid}`)
  first.release()
  const second = await lockDataDir(dataDir)
  second.release()
})
