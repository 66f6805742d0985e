/** Why the process cannot start: its message is one sentence for the person who starts it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

export const isStartError = (reason: unknown): reason is StartError =>
  reason instanceof Error && reason.name === 'StartError'
