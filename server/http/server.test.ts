import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEnv } from '#server/env.ts'
import { createHttpServer, listen } from '#server/http/server.ts'
import { createLog } from '#server/log.ts'
import { measureProcess } from '#server/metrics.ts'

const metricsToken = 'a-token-for-the-figures'
let server: Server
let url = ''
let ready = true
let seen: IncomingMessage | null = null

beforeEach(async () => {
  measureProcess()
  ready = true
  server = createHttpServer({
    pages: {
      handle: async (request, response) => {
        seen = request
        if (request.url === '/broken') throw new Error('on purpose')
        response.end('a page')
      },
      upgrade: null,
      close: async () => undefined,
    },
    probes: { isReady: async () => ready, metricsToken },
    upgrade: () => false,
    log: createLog('silent'),
  })
  url = await listen(server, readEnv({ PORT: '0' }))
})
afterEach(() => server.close().closeAllConnections())

it('tells that it lives, and whether it is ready', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  ready = false
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
})

it('shows its figures to this machine and to who has the token, never through a proxy', async () => {
  const read = async (headers: Record<string, string>) => (await fetch(`${url}/metrics`, { headers })).status
  expect(await read({})).toBe(200)
  expect(await read({ 'x-forwarded-for': '127.0.0.1' })).toBe(404)
  expect(await read({ authorization: 'Bearer wrong' })).toBe(404)
  expect(await read({ authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '192.0.2.1' })).toBe(200)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('nodejs_eventloop_lag_seconds')
})

it('leaves everything else to the pages, and outlives one that fails', async () => {
  expect(await (await fetch(`${url}/boards`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).text()).toBe(
    'a page',
  )
  expect(seen?.headers['x-forwarded-for']).toBe('192.0.2.1')
  expect((await fetch(`${url}/broken`)).status).toBe(500)
  expect((await fetch(`${url}/boards`)).status).toBe(200)
})

it('names a port that is in use', async () => {
  const { port } = server.address() as AddressInfo
  const second = listen(
    createHttpServer({
      pages: { handle: async () => undefined, upgrade: null, close: async () => undefined },
      probes: { isReady: async () => true, metricsToken: null },
      upgrade: () => false,
      log: createLog('silent'),
    }),
    readEnv({ PORT: String(port) }),
  )
  await expect(second).rejects.toThrow(
    `PORT ${port} is in use on 127.0.0.1: stop the program that has it, or choose another PORT.`,
  )
})
