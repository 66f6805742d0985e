import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import { collectDefaultMetrics, register } from 'prom-client'
import { bearerToken } from '#server/auth/request-user.ts'
import { hashSecret } from '#server/db/secret-token.ts'

/** Starts measuring the process itself: memory, processor, the delay of the event loop. */
export function measureProcess(): void {
  register.clear()
  collectDefaultMetrics()
}

/** Everything measured, as Prometheus text. */
export const readMetrics = (): Promise<string> => register.metrics()

/** Its media type. */
export const metricsType = register.contentType

/** Whether a request may read the figures: by the configured bearer token, or from this machine itself and not through a proxy. */
export function mayReadMetrics(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  metricsToken: string | null,
): boolean {
  const bearer = bearerToken(request.headers)
  // Hashes are compared, so that the time it takes tells nothing about the token.
  if (bearer !== null) return metricsToken !== null && hashSecret(bearer) === hashSecret(metricsToken)
  return (
    isLoopback(request.socket.remoteAddress) &&
    request.headers['x-forwarded-for'] === undefined &&
    request.headers.forwarded === undefined
  )
}

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/, '') ?? ''
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}
