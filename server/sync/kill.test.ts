import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { type DatabasePlace, openDatabase } from '#server/db/client.ts'
import { eachDatabase } from '#server/db/testkit.ts'
import { readUpdates } from '#server/db/updates.ts'
import { loadBoard } from './load.ts'
import { addBoard, addPerson, openClient, putNode, titlesOf } from './testkit.ts'

const rounds = 10
const writers = 4

eachDatabase('kill -9 while four people type', ({ db, place }) => {
  it(`[DL-06] loses nothing that was shown as saved, ${rounds} times in a row`, {
    timeout: 120_000,
  }, async () => {
    const people = await Promise.all(Array.from({ length: writers }, (_, i) => addPerson(db(), `Writer${i}`)))
    const [owner] = people
    if (!owner) return
    const board = await addBoard(db(), owner)
    const docs = people.map(() => new Y.Doc())
    /** The oracle: what each person saw as saved, kept outside every document. */
    const saved = new Set<string>()

    for (let round = 0; round < rounds; round++) {
      const { child, host } = await startProcess(place())
      const server = { host, url: `ws://${host}` }
      const clients = docs.map((doc) => openClient(server, owner, board, { doc }))
      await Promise.all(clients.map((client) => client.saved()))
      for (const doc of docs) for (const id of Object.keys(titlesOf(doc))) saved.add(id)
      const typing = clients.map((client, i) => type(client, `${round}-${i}`, saved))
      // The moment of death differs from round to round: after the n-th saved edit of the first writer.
      await clients[0]?.until(() => (clients[0]?.acknowledged() ?? 0) > 3 + ((round * 7) % 11))
      child.kill('SIGKILL')
      await once(child, 'exit')
      await Promise.all(typing)
      const found = await readDirectly(place(), board)
      for (const id of saved) expect(found).toHaveProperty(id)
    }
    expect(saved.size).toBeGreaterThan(rounds * writers)
    const seqs = (await readUpdates(db(), board, 1, 0)).map((row) => row.seq)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => i + (seqs[0] ?? 1)))
  })
})

/** Types until the line breaks; every edit counts as saved from the moment its acknowledgement is here. */
async function type(
  client: ReturnType<typeof openClient>,
  prefix: string,
  saved: Set<string>,
): Promise<void> {
  for (let n = 0; client.socket.readyState === client.socket.OPEN; n++) {
    const id = `${prefix}-${n}`
    client.edit((doc) => putNode(doc, id, id))
    const frame = client.sent()
    const stored = client
      .until(() => client.acknowledged() >= frame)
      .then(
        () => saved.add(id),
        () => undefined,
      )
    if (n % 3 === 0) await stored
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function startProcess(place: DatabasePlace): Promise<{ child: ChildProcess; host: string }> {
  const script = new URL('./kill.process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, host: line.toString().trim() }
}

/** Reads the board on a connection of its own, as the next process would. */
async function readDirectly(place: DatabasePlace, board: string): Promise<Record<string, string>> {
  const fresh = await openDatabase(place)
  try {
    const loaded = await loadBoard(fresh, board)
    expect(loaded?.degraded).toBe(false)
    return titlesOf(loaded?.doc as Y.Doc)
  } finally {
    await fresh.close()
  }
}
