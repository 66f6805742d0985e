import { z } from 'zod'
import { boardRoles } from '#lib/access/access.ts'
import { done, ok, problem } from '#lib/result.ts'
import { listMembers, setMember } from '#server/db/members.ts'
import { findUserByEmail } from '#server/db/users.ts'
import { route } from './route.ts'

export const listAll = route({
  method: 'GET',
  path: '/boards/:id/members',
  summary: 'Who is on a board, with which role',
  needs: 'read',
  status: 200,
  run: async ({ db }, { board }) => ok({ members: await listMembers(db, board.id) }),
})

export const add = route({
  method: 'POST',
  path: '/boards/:id/members',
  summary: 'Put someone who has an account on a board, or change their role',
  needs: 'manage',
  body: z.object({ email: z.email(), role: z.enum(boardRoles) }),
  status: 204,
  run: async ({ db, hub }, { board, body }) => {
    const person = await findUserByEmail(db, body.email.toLowerCase())
    if (!person) return problem('account.missing')
    const set = await setMember(db, { boardId: board.id, userId: person.id, role: body.role })
    if (!set.ok) return set
    hub.disconnect({ boardId: board.id, userId: person.id })
    return done
  },
})
