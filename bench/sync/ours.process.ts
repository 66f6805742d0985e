/** Our server of live boards as a process: opens the database named by its argument, prepares a board and says where it is. */
import { type DatabasePlace, openDatabase } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { appendUpdates } from '#server/db/updates.ts'
import { addBoard, addPerson, startTestServer } from '#server/sync/testkit.ts'

const db = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabasePlace)
await migrate(db)
const person = await addPerson(db, 'Bench')
const [boardId, scratch] = [await addBoard(db, person), await addBoard(db, person)]

/** One commit of one small edit, with nobody connected: what safety costs. */
const commits: number[] = []
const author = { userId: person.userId, sessionId: null, origin: 'socket' } as const
for (let i = 0; i < 300; i++) {
  const start = performance.now()
  const updates = [{ bytes: new Uint8Array(40), author }]
  await appendUpdates(db, {
    boardId: scratch,
    epoch: 1,
    lastSeq: i + 1,
    aclVersion: 1,
    updates,
    title: 'Bench',
    nodeCount: 1,
  })
  commits.push(performance.now() - start)
}
const commit = commits.sort((a, b) => a - b)[150]
const server = await startTestServer(db)
process.stdout.write(
  `${JSON.stringify({ url: `${server.url}/sync/${boardId}.1`, cookie: person.cookie, origin: `http://${server.host}`, commit })}\n`,
)
