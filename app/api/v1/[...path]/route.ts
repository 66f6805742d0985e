import { api } from '#server/api/door.ts'

export const dynamic = 'force-dynamic'

const answer = (request: Request): Promise<Response> => api()(request)

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST }
