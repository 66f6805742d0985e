import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataDir } from '#server/data-dir.ts'

/** The secret that signs cookies: as given, or made once and kept in the data directory for its owner's eyes only. */
export function authSecret(given: string | null, dataDir: string): string {
  if (given) return given
  const file = join(dataDir, 'auth-secret')
  makeDataDir(dataDir)
  try {
    // 'wx' fails when the file exists: of two processes that start together one makes it and both read it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  }
  return readFileSync(file, 'utf8').trim()
}
