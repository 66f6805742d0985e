import { z } from 'zod'
import type { Route } from './route.ts'

/** The description of the API in OpenAPI 3.1, made from the routes themselves. */
export function openapi(routes: readonly Route[], server: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bollenboom', version: '1', description: 'Boards under the rights of the caller.' },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

function operation({ method, path, summary, query, body, status }: Route) {
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[/:](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body && { requestBody: { content: contentOf(body) } }),
    responses: {
      [status]: { description: 'Done' },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(query: z.ZodType | undefined) {
  if (!query) return []
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }))
}

const contentOf = (body: z.ZodType | 'file') =>
  body === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) } }

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'One sentence for a person, in the language asked for' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  },
}
