/** Every way an expected situation can be refused, in one list; `toResponse` in the server maps each to one HTTP status. */
export const problemCodes = [
  'args.invalid',
  'node.missing',
  'link.missing',
  'link.same-ends',
  'link.exists',
  'move.into-itself',
  'move.root',
  'nothing.selected',
  'nothing.to-do',
  'board.missing',
  'board.too-large',
  'board.damaged',
  'template.unknown',
  'file.too-large',
  'file.broken',
  'file.wrong-format',
  'figure.too-large',
  'paste.too-many-lines',
  'paste.empty',
  'title.too-long',
  'description.too-long',
  'node.too-deep',
  'role.missing',
  'command.unknown',
  'right.missing',
  'session.missing',
  'account.exists',
  'account.missing',
  'account.password-wrong',
  'account.password-short',
  'email.invalid',
  'invitation.invalid',
  'sign-up.closed',
  'attempts.too-many',
  'account.closed',
  'account.last-administrator',
  'member.last-owner',
  'token.missing',
  'origin.foreign',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** A refusal: a code for machines and translations, `detail` with the values a sentence about it needs. */
export type Problem = {
  readonly ok: false
  readonly code: ProblemCode
  readonly detail?: Readonly<Record<string, string | number>>
}

/** The outcome of something that may be refused in the ordinary course of events. Unexpected faults throw instead. */
export type Result<T = void> = { readonly ok: true; readonly value: T } | Problem

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A success that carries nothing. */
export const done: Result = { ok: true, value: undefined }

export function problem(code: ProblemCode, detail?: Record<string, string | number>): Problem {
  return detail ? { ok: false, code, detail } : { ok: false, code }
}
