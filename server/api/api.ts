import type { z } from 'zod'
import { can } from '#lib/access/access.ts'
import { isUuid } from '#lib/ids.ts'
import { ok, type Problem, problem, type Result } from '#lib/result.ts'
import { bearerToken, type RequestUser, requestUser } from '#server/auth/request-user.ts'
import { sameOrigin } from '#server/auth/same-origin.ts'
import { findBoardFor } from '#server/db/boards.ts'
import type { Hub } from '#server/hub.ts'
import type { Runtime } from '#server/runtime.ts'
import { readBytes, readJson } from './body.ts'
import type { Api } from './door.ts'
import { openapi } from './openapi.ts'
import { json, languageOf, toResponse } from './respond.ts'
import type { Call, OwnBoard, Route } from './route.ts'
import { routes } from './routes.ts'

const base = '/api/v1'

/** The HTTP interface: address → caller → rights → arguments → handler → answer. */
export function createApi({ env, db, log }: Pick<Runtime, 'env' | 'db' | 'log'>, hub: Hub): Api {
  async function answer(request: Request): Promise<Response> {
    const language = languageOf(request.headers)
    const path = new URL(request.url).pathname
    if (path === `${base}/openapi.json`) return json(openapi(routes, env.baseUrl))
    const found = findRoute(request.method, path)
    if (!found.ok) return found.response
    const user = await requestUser({ env, db }, request.headers)
    const refusal = refuseCaller(user, request)
    if (refusal || !user) return toResponse(refusal ?? problem('session.missing'), language)
    const call: Call = { db, env, hub, user, language, params: found.params }
    const outcome = await run(found.route, call, request)
    if (!outcome.ok) return toResponse(outcome, language)
    if (outcome.value instanceof Response) return outcome.value
    return found.route.status === 204
      ? new Response(null, { status: 204 })
      : json(outcome.value, found.route.status)
  }

  /** A browser's cookie travels with requests of foreign pages too; a token does not. */
  function refuseCaller(user: RequestUser | null, request: Request): Problem | null {
    if (!user) return problem('session.missing')
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (reads || bearerToken(request.headers) !== null || sameOrigin(env, request.headers)) return null
    return problem('origin.foreign')
  }

  return (request) =>
    answer(request).catch((err: unknown) => {
      log.error({ err, method: request.method, url: request.url }, 'an API call failed')
      return json({ type: 'about:blank', title: 'Internal Server Error', status: 500 }, 500, {
        'content-type': 'application/problem+json',
      })
    })
}

async function run(route: Route, call: Call, request: Request): Promise<Result<unknown>> {
  const board = route.needs === null ? ok(null) : await ownBoard(call, route.needs)
  if (!board.ok) return board
  const query = parse(route.query, Object.fromEntries(new URL(request.url).searchParams))
  if (!query.ok) return query
  const body = await readBody(route, request)
  if (!body.ok) return body
  return route.run(call, { board: board.value, query: query.value, body: body.value })
}

/** The same refusal for a board that does not exist and for one that is someone else's: nobody learns which ids are taken. */
async function ownBoard(
  { db, user, params }: Call,
  needs: NonNullable<Route['needs']>,
): Promise<Result<OwnBoard>> {
  const id = params.id ?? ''
  const board = isUuid(id) ? await findBoardFor(db, id, user.userId) : null
  if (!board) return problem('board.missing')
  return can(board.role, needs) ? ok(board) : problem('right.missing')
}

async function readBody(route: Route, request: Request): Promise<Result<unknown>> {
  if (route.body === undefined) return ok(undefined)
  if (route.body === 'file') return readBytes(request)
  const data = await readJson(request)
  return data.ok ? parse(route.body, data.value) : data
}

function parse(schema: z.ZodType | undefined, value: unknown): Result<unknown> {
  if (!schema) return ok(undefined)
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return problem('args.invalid', { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
}

type Found =
  | { readonly ok: true; readonly route: Route; readonly params: Record<string, string> }
  | { readonly ok: false; readonly response: Response }

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${base}${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}))

function findRoute(method: string, path: string): Found {
  const here = patterns.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path)
    return match ? [{ route, params: { ...match.groups } }] : []
  })
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = here.find(({ route }) => route.method === wanted)
  if (found) return { ok: true, ...found }
  const status = here.length > 0 ? 405 : 404
  const headers = {
    'content-type': 'application/problem+json',
    ...(status === 405 && { allow: here.map(({ route }) => route.method).join(', ') }),
  }
  const title = status === 405 ? 'Method Not Allowed' : 'Not Found'
  return { ok: false, response: json({ type: 'about:blank', title, status }, status, headers) }
}
