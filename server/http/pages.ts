import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { projectRoot } from '#server/root.ts'

/** Next, as the part of the server that answers everything else. */
export type Pages = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** The upgrade of development's reloading; null in production, where nothing but boards is upgraded. */
  readonly upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null
  readonly close: () => Promise<void>
}

/** Prepares the pages, built beforehand or, in development, made on request. */
export async function preparePages(dev: boolean): Promise<Pages> {
  // Next and React read this when they are loaded, hence the late import.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const { default: next } = await import('next')
  // A server of its own that never listens: else Next adds an upgrade listener to ours and closes the live boards.
  // Next's reloading hangs on that listener (its public upgrade handler does nothing), so upgrades are passed on as events.
  const listener = new Server()
  const app = next({ dev, dir: projectRoot(), httpServer: listener, quiet: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: (request, response) => handle(request, response),
    upgrade: dev ? (request, socket, head) => void listener.emit('upgrade', request, socket, head) : null,
    close: () => app.close(),
  }
}
