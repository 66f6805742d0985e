import type { BoardCommand, ViewCommand } from './command.ts'

/** A board command as it is written down: the type of its arguments follows from `args` alone. */
type Definition<Args> = Omit<BoardCommand<NoInfer<Args>>, 'kind' | 'args'> & Pick<BoardCommand<Args>, 'args'>

/** A board command whose arguments the registry no longer knows by type; `runCommand` checks them before they reach it. */
export function boardCommand<Args>(command: Definition<Args>): BoardCommand {
  return { ...command, kind: 'board' } as BoardCommand<Args> as BoardCommand
}

export const viewCommand = (command: Omit<ViewCommand, 'kind'>): ViewCommand => ({ ...command, kind: 'view' })
