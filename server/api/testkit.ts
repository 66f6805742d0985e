import type { Database } from '#server/db/client.ts'
import { createAccessToken } from '#server/db/tokens.ts'
import { readEnv } from '#server/env.ts'
import { createLog } from '#server/log.ts'
import { createLiveBoards, type LiveBoards } from '#server/sync/live-boards.ts'
import type { TestPerson } from '#server/sync/testkit.ts'
import { createApi } from './api.ts'

/** The API over a real database, called as a program would. */
export type TestApi = {
  readonly live: LiveBoards
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>
  readonly tokenOf: (person: TestPerson) => Promise<string>
}

type CallOptions = {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: () => Record<string, unknown>
}

const origin = 'http://127.0.0.1:3000'

export function startTestApi(db: Database): TestApi {
  const runtime = {
    env: { ...readEnv({}), authSecret: 'a secret of the tests only, 32 characters' },
    db,
    log: createLog('silent'),
  }
  const live = createLiveBoards(runtime)
  const api = createApi(runtime, live.hub)
  return {
    live,
    async call(method, path, { token, body, headers = {} } = {}) {
      const content =
        body === undefined || body instanceof Uint8Array || typeof body === 'string'
          ? body
          : JSON.stringify(body)
      const request = new Request(`${origin}/api/v1${path}`, {
        method,
        headers: { host: '127.0.0.1:3000', ...(token && { authorization: `Bearer ${token}` }), ...headers },
        ...(content !== undefined && { body: content as BodyInit }),
      })
      const response = await api(request)
      const bytes = new Uint8Array(await response.arrayBuffer())
      const text = new TextDecoder().decode(bytes)
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: () => JSON.parse(text) as Record<string, unknown>,
      }
    },
    async tokenOf(person) {
      const { secret } = await createAccessToken(db, { userId: person.userId, name: 'test' })
      return secret
    },
  }
}
