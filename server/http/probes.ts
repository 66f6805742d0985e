import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayReadMetrics, metricsType, readMetrics } from '#server/metrics.ts'

export type Probes = {
  /** Whether work can be taken: the database answers and the process is not stopping. */
  readonly isReady: () => Promise<boolean>
  readonly metricsToken: string | null
}

/** Answers /healthz, /readyz and /metrics; false, touching nothing, for any other path. */
export function answerProbe(request: IncomingMessage, response: ServerResponse, probes: Probes): boolean {
  const path = request.url?.split('?', 1)[0]
  if (path === '/healthz') send(response, 200, 'ok\n')
  else if (path === '/readyz') void answerReady(response, probes)
  else if (path === '/metrics') void answerMetrics(request, response, probes)
  else return false
  return true
}

async function answerReady(response: ServerResponse, { isReady }: Probes): Promise<void> {
  const ready = await isReady()
  send(response, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n')
}

async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  { metricsToken }: Probes,
): Promise<void> {
  // The same answer as for a page that does not exist.
  if (!mayReadMetrics(request, metricsToken)) send(response, 404, 'not found\n')
  else send(response, 200, await readMetrics(), metricsType)
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  response
    .writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
    })
    .end(body)
}
