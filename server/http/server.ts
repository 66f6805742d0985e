import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Env, localUrl } from '#server/env.ts'
import { trustForwarding } from '#server/http/forwarded.ts'
import type { Pages } from '#server/http/pages.ts'
import { answerProbe, type Probes } from '#server/http/probes.ts'
import type { Logger } from '#server/log.ts'
import { StartError } from '#server/start-error.ts'

type Parts = {
  readonly pages: Pages
  readonly probes: Probes
  /** Takes upgrades to live boards; false for others. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  readonly log: Logger
}

/** One HTTP server for pages, probes and live boards. */
export function createHttpServer({ pages, probes, upgrade, log }: Parts): Server {
  const server = createServer((request, response) => {
    if (answerProbe(request, response, probes)) return
    trustForwarding(request)
    pages.handle(request, response).catch((err: unknown) => {
      log.error({ err, url: request.url }, 'a page failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (upgrade(request, socket, head)) return
    if (!pages.upgrade) return void socket.destroy()
    pages.upgrade(request, socket, head)
  })
  return server
}

/** Listens and answers the address for people; a `StartError` when the port or host cannot be had. */
export function listen(server: Server, env: Env): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new StartError(whyNot(cause, env), { cause })),
    )
    server.listen(env.port, env.host, () => {
      const { port } = server.address() as AddressInfo
      resolve(env.publicUrl ?? localUrl(env.host, port))
    })
  })
}

function whyNot({ code, message }: NodeJS.ErrnoException, { host, port }: Env): string {
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use on ${host}: stop the program that has it, or choose another PORT.`
  if (code === 'EACCES')
    return `PORT ${port} needs rights that this process does not have: choose a PORT above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is not an address of this machine.`
  return `The server cannot listen on ${host}:${port}: ${message}.`
}
