import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient, LibsqlError } from '@libsql/client/sqlite3'
import { makeDataDir } from '#server/data-dir.ts'
import { StartError } from '#server/start-error.ts'

/** A data directory that is ours until `release`, or until the process ends in whatever way. */
export type Lock = { readonly release: () => void }

/**
 * Takes a data directory for this process alone; a `StartError` names the directory and the process that has it.
 * The lock is the operating system's, held through an open transaction on an empty database file: it cannot outlive
 * its process, so a killed server leaves nothing to clean up, and a recycled process number cannot be mistaken for one.
 */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  makeDataDir(dataDir)
  const note = join(dataDir, 'lock.pid')
  const client = createClient({ url: `file:${join(dataDir, 'lock')}`, concurrency: 1 })
  try {
    const held = await client.transaction('write')
    writeFileSync(note, `${process.pid}\n`)
    return {
      release: () => {
        held.close()
        client.close()
      },
    }
  } catch (cause) {
    client.close()
    if (!(cause instanceof LibsqlError && cause.code.startsWith('SQLITE_BUSY'))) throw cause
    throw new StartError(
      `The data directory ${dataDir} is in use by process ${readNote(note)}: stop that process, or choose another DATA_DIR.`,
      { cause },
    )
  }
}

function readNote(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return '(unknown)'
  }
}
