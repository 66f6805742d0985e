/** What one open page shows of its person to the others; the server adds who it is. */
export type Sign = {
  /** In board pixels. */
  readonly cursor: readonly [x: number, y: number] | null
  readonly selected: readonly string[]
  /** The node whose title is being typed. */
  readonly editing: string | null
}

/** Who a sign belongs to; always the server's word, never the client's. */
export type Person = { readonly userId: string; readonly name: string; readonly colour: string }

export type SignedBy = Sign & Person

/** More selected nodes than this are not shown to others. */
const maxSelected = 50

/** Reads a sign from anything a client sent; what is of a wrong type is left out. */
export function readSign(value: unknown): Sign {
  const { cursor, selected, editing } = asRecord(value)
  return { cursor: readPlace(cursor), selected: readIds(selected), editing: isId(editing) ? editing : null }
}

/** Reads what the server sent of someone else; null when the person is missing. */
export function readSignedBy(value: unknown): SignedBy | null {
  const { userId, name, colour } = asRecord(value)
  if (typeof userId !== 'string' || typeof name !== 'string' || typeof colour !== 'string') return null
  return { ...readSign(value), userId, name, colour }
}

function readPlace(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [x, y] = value as unknown[]
  return Number.isFinite(x) && Number.isFinite(y) ? [x as number, y as number] : null
}

const readIds = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(isId).slice(0, maxSelected) : []

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
