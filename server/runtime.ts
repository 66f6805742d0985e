import type { Attempts } from '#server/auth/attempts.ts'
import type { Database } from '#server/db/client.ts'
import type { Env } from '#server/env.ts'
import type { Logger } from '#server/log.ts'

/** What the running process has: made once by main and used by routes, which live in bundles of their own. */
export type Runtime = {
  readonly env: Env & { readonly authSecret: string }
  readonly db: Database
  readonly log: Logger
  readonly attempts: Attempts
}

const key = Symbol.for('bollenboom.runtime')
type Global = { [key]?: Runtime }

/** Makes `made` the runtime of this process. */
export function setRuntime(made: Runtime): void {
  ;(globalThis as Global)[key] = made
}

/** The runtime of this process; throws before main has made it, as during a build. */
export function runtime(): Runtime {
  const made = (globalThis as Global)[key]
  if (!made) throw new Error('the server has not started: pages run inside server/main.ts')
  return made
}
