import { z } from 'zod'
import { runCommand } from '#lib/commands/run.ts'
import { route } from './route.ts'

/** Runs one command of the registry, the way a key press would. */
export const runOne = route({
  method: 'POST',
  path: '/boards/:id/commands',
  summary: 'Run one command of the registry on the board; answered when it is stored',
  needs: 'edit',
  body: z.object({ command: z.string().max(80), args: z.unknown().optional() }),
  status: 200,
  run: ({ hub, user }, { board, body }) =>
    hub.run(board.id, user.userId, (doc, tree) =>
      runCommand(doc, tree, body.command, body.args ?? {}, board.role),
    ),
})
