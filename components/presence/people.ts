import type { Peer } from '#components/board/session.ts'

/** Someone elsewhere on the board, whatever the number of pages they have open. */
export type Person = {
  readonly userId: string
  readonly name: string
  readonly colour: string
  /** The node whose title they are typing, if any. */
  readonly editing: string | null
  /** Milliseconds (performance.now) of their last sign of life. */
  readonly seenAt: number
}

/** One entry per person, by name; the page last active speaks for a person with several. */
export function peopleOf(peers: readonly Peer[]): Person[] {
  const people = new Map<string, Person>()
  for (const { userId, name, colour, editing, seenAt } of peers) {
    const known = people.get(userId)
    if (known && known.seenAt >= seenAt) people.set(userId, { ...known, editing: known.editing ?? editing })
    else people.set(userId, { userId, name, colour, editing: editing ?? known?.editing ?? null, seenAt })
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1))
}
