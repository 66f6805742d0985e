import { accessSync, constants, mkdirSync } from 'node:fs'
import { StartError } from '#server/start-error.ts'

/** Makes the data directory when it is not there, for its owner alone; a `StartError` when it cannot be made or written. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartError(
      `DATA_DIR cannot be used: the directory ${dataDir} cannot be made or written (${reason}).`,
      { cause },
    )
  }
}
