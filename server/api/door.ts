/** Answers a request below /api/v1. */
export type Api = (request: Request) => Promise<Response>

const key = Symbol.for('bollenboom.api')
type Global = { [key]?: Api }

/** Makes `made` the API of this process. */
export function setApi(made: Api): void {
  ;(globalThis as Global)[key] = made
}

/**
 * The API of this process. It runs in the server's own bundle, next to the live boards: documents must be written by the
 * one copy of yjs that made them.
 */
export function api(): Api {
  const made = (globalThis as Global)[key]
  if (!made) throw new Error('the server has not started: the API runs inside server/main.ts')
  return made
}
