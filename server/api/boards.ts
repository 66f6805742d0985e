import { z } from 'zod'
import { writeEntry } from '#lib/board/edit.ts'
import { yMeta } from '#lib/board/read.ts'
import { limits } from '#lib/board/schema.ts'
import { toBoardJson } from '#lib/export/json.ts'
import { isUuid } from '#lib/ids.ts'
import { seedDocument } from '#lib/import/json.ts'
import { done, ok, problem, type Result } from '#lib/result.ts'
import { deleteBoard, listBoards, restoreBoard, setArchived } from '#server/db/boards.ts'
import { firstContent, newBoardBody } from './first-content.ts'
import { type Call, route } from './route.ts'

const title = z.string().trim().min(1).max(limits.title)

export const list = route({
  method: 'GET',
  path: '/boards',
  summary: 'The boards of the caller, last change first',
  needs: null,
  query: z.object({ state: z.enum(['active', 'archived', 'deleted']).default('active') }),
  status: 200,
  run: async ({ db, user, env }, { query }) => {
    const boards = await listBoards(db, user.userId, query.state)
    return ok({ boards: boards.map((board) => ({ ...board, url: urlOf(env, board.id) })) })
  },
})

export const create = route({
  method: 'POST',
  path: '/boards',
  summary: 'A new board: empty, from a template, from an outline or from board JSON',
  needs: null,
  body: newBoardBody,
  status: 201,
  run: async ({ hub, user, env }, { body }) => {
    const content = firstContent(body)
    if (!content.ok) return content
    const { id, epoch } = await hub.create({ owner: user.userId, seed: seedDocument(content.value) })
    return ok({ id, epoch, url: urlOf(env, id) })
  },
})

export const read = route({
  method: 'GET',
  path: '/boards/:id',
  summary: 'The whole board as board JSON',
  needs: 'read',
  status: 200,
  run: async ({ hub }, { board }) => {
    const view = await hub.read(board.id)
    return view.ok ? ok(toBoardJson(view.value.tree)) : view
  },
})

export const change = route({
  method: 'PATCH',
  path: '/boards/:id',
  summary: 'Rename a board, put it away or take it back',
  needs: 'manage',
  body: z.object({ title: title.optional(), archived: z.boolean().optional() }),
  status: 204,
  run: async (call, { board, body }) => {
    const renamed = body.title === undefined ? done : await rename(call, board.id, body.title)
    if (!renamed.ok || body.archived === undefined) return renamed
    return setArchived(call.db, board.id, body.archived)
  },
})

function rename({ hub, user }: Call, id: string, wanted: string): Promise<Result> {
  return hub.run(id, user.userId, (doc) => {
    writeEntry(yMeta(doc), { title: wanted })
    return done
  })
}

export const remove = route({
  method: 'DELETE',
  path: '/boards/:id',
  summary: 'Move a board to the bin, from where it can be restored for 30 days',
  needs: 'manage',
  status: 204,
  run: async ({ db, hub, user }, { board }) => {
    const deleted = await deleteBoard(db, board.id, user.userId)
    if (deleted.ok) hub.disconnect({ boardId: board.id })
    return deleted
  },
})

export const restore = route({
  method: 'POST',
  path: '/boards/:id/restore',
  summary: 'Bring a board back from the bin; its owners only',
  needs: null,
  status: 204,
  run: async ({ db, user, params }) =>
    isUuid(params.id ?? '') ? restoreBoard(db, params.id ?? '', user.userId) : problem('board.missing'),
})

export const duplicate = route({
  method: 'POST',
  path: '/boards/:id/duplicate',
  summary: 'A copy of a board with a history of its own, owned by the caller',
  needs: 'read',
  body: z.object({ title: title.optional() }),
  status: 201,
  run: async ({ hub, user, env }, { board, body }) => {
    const copy = await hub.duplicate(board.id, user.userId, body.title ?? board.title)
    return copy.ok ? ok({ ...copy.value, url: urlOf(env, copy.value.id) }) : copy
  },
})

const urlOf = (env: Call['env'], id: string): string => `${env.baseUrl}/boards/${id}`
