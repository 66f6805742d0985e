import { type DatabasePlace, openDatabase } from '#server/db/client.ts'
import { startTestServer } from './testkit.ts'

/** A server of live boards as a process of its own, to be killed by the test beside it. Its argument is the place of the database. */
const db = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabasePlace)
const server = await startTestServer(db)
process.stdout.write(`${server.host}\n`)
