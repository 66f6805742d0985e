import type { z } from 'zod'
import type { Action } from '#lib/access/access.ts'
import type { Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import type { findBoardFor } from '#server/db/boards.ts'
import type { Hub } from '#server/hub.ts'
import type { Runtime } from '#server/runtime.ts'
import type { Language } from './respond.ts'

/** A board as its caller may see it, with the caller's role. */
export type OwnBoard = NonNullable<Awaited<ReturnType<typeof findBoardFor>>>

/** What every handler works with. */
export type Call = {
  readonly db: Runtime['db']
  readonly env: Runtime['env']
  readonly hub: Hub
  readonly user: RequestUser
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
}

/** One address of the API: the router, the checks and the description in openapi.json all read this object. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below /api/v1; `:id` is a board the caller is on. */
  readonly path: string
  readonly summary: string
  /** What the caller must be allowed to do on the board; null for routes without a board of the caller's. */
  readonly needs: Action | null
  readonly query?: z.ZodType
  /** The shape of a JSON body, or 'file' for raw bytes. */
  readonly body?: z.ZodType | 'file'
  /** Of success; 204 sends no body. */
  readonly status: 200 | 201 | 204
  readonly run: (
    call: Call,
    input: { board: OwnBoard | null; query: unknown; body: unknown },
  ) => Promise<Result<unknown>>
}

type Input<Query extends z.ZodType, Body extends z.ZodType | 'file', Needs extends Action | null> = {
  board: Needs extends null ? null : OwnBoard
  query: z.output<Query>
  body: Body extends z.ZodType ? z.output<Body> : Uint8Array
}

/** Declares a route; the handler gets what the schemas promise. It may answer a `Response` of its own, for files. */
export function route<
  Query extends z.ZodType,
  Body extends z.ZodType | 'file',
  const Needs extends Action | null,
>(
  declared: Omit<Route, 'run' | 'query' | 'body' | 'needs'> & {
    readonly needs: Needs
    readonly query?: Query
    readonly body?: Body
    readonly run: (call: Call, input: Input<Query, Body, Needs>) => Promise<Result<unknown>>
  },
): Route {
  return declared as unknown as Route
}
