import * as Y from 'yjs'
import { addLink, addNode, writeEntry } from '#lib/board/edit.ts'
import { yRoles } from '#lib/board/read.ts'
import type { LinkKind, NodeKind, Status } from '#lib/board/schema.ts'
import { createBoardStore } from '#lib/board/store.ts'

/** The same made-up board for every contender: a tree of `count` titled nodes with an owner each and a link for every tenth. */

const words =
  'zorg digitaal thuis veilig samen team regio gegevens toegang herstel oefening rooster beeldbellen netwerk storing sleutel wijk patiënt overdracht medicatie'.split(
    ' ',
  )
const owners = ['CIO', 'CISO', 'Informatiemanager', 'Manager zorg', 'Directeur bedrijfsvoering']
const linkKinds: readonly LinkKind[] = ['depends_on', 'enables', 'conflicts_with', 'informs']
const statuses: readonly Status[] = ['idee', 'gepland', 'actief', 'borgen', 'klaar']

export function madeBoard(count: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  const random = seeded(42)
  const store = createBoardStore(doc)
  const tree = store.tree()
  store.destroy()
  doc.transact(() => {
    owners.forEach((title, i) => {
      const role = new Y.Map<unknown>()
      yRoles(doc).set(`r${i}`, role)
      writeEntry(role, { title })
    })
    for (let i = 0; i < count; i++) {
      const parent = parentOf(i)
      const title = Array.from(
        { length: 3 + Math.floor(random() * 6) },
        () => words[Math.floor(random() * words.length)],
      ).join(' ')
      const fields = {
        ownerRole: i % 9 === 8 ? null : `r${i % owners.length}`,
        status: i % 4 === 0 ? statuses[i % statuses.length] : null,
        at: placeOf(i, count),
      }
      addNode(
        doc,
        tree,
        { id: `n${i}`, kind: kindOf(i), title: `${title} ${i}`, fields },
        { parent: parent === null ? null : `n${parent}`, after: undefined },
      )
    }
    for (let i = 10; i < count; i += 10)
      addLink(doc, {
        id: `l${i}`,
        kind: linkKinds[(i / 10) % linkKinds.length]!,
        from: `n${i}`,
        to: `n${Math.floor(random() * count)}`,
      })
  })
  return doc
}

/** The 25 goals stand in columns, so that the board is about as wide as it is high. */
function placeOf(i: number, count: number): readonly [number, number] | null {
  if (i < 6 || i > 30) return null
  const rows = count < 3000 ? 5 : 1
  const columns = 25 / rows
  return [700 + ((i - 6) % columns) * 1300, Math.floor((i - 6) / columns) * 3600]
}

/** A root, five axes, then five children each. */
const parentOf = (i: number): number | null => (i === 0 ? null : Math.floor((i - 1) / 5))

function kindOf(i: number): NodeKind {
  if (i === 0) return 'ambition'
  if (i <= 5) return 'axis'
  if (i <= 30) return 'goal'
  return i % 7 === 0 ? 'project' : 'effort'
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
