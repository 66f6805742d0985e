import type { Server } from 'node:http'
import { createApi } from '#server/api/api.ts'
import { setApi } from '#server/api/door.ts'
import { purgeBoards } from '#server/db/boards.ts'
import { purgeSessions } from '#server/db/sessions.ts'
import { preparePages } from '#server/http/pages.ts'
import { createHttpServer, listen } from '#server/http/server.ts'
import { setHub } from '#server/hub.ts'
import { lockDataDir } from '#server/lock.ts'
import { measureProcess } from '#server/metrics.ts'
import { loadEnv, openRuntime } from '#server/open.ts'
import { type Runtime, setRuntime } from '#server/runtime.ts'
import { createLiveBoards } from '#server/sync/live-boards.ts'

/** A server that answers at `address` until `stop`, which lets what is being saved finish and then ends the process. */
export type Started = { readonly address: string; readonly stop: () => Promise<void> }

const day = 24 * 60 * 60 * 1000

/** In ms: whatever hangs, the process ends before its supervisor loses patience. */
const longestStop = 18_000

/** Environment → lock → database → live boards → pages → listening. Expected obstacles are `StartError`s. */
export async function start(dev: boolean): Promise<Started> {
  const env = loadEnv()
  const lock = env.databaseUrl ? null : await lockDataDir(env.dataDir)
  const runtime = await openRuntime(env)
  setRuntime(runtime)
  // next-auth takes its own address from here alone.
  process.env.NEXTAUTH_URL = env.baseUrl
  measureProcess()
  const live = createLiveBoards(runtime)
  setHub(live.hub)
  setApi(createApi(runtime, live.hub))
  const pages = await preparePages(dev)
  let stopping = false
  const probes = {
    isReady: async () => !stopping && (await runtime.db.isAlive()),
    metricsToken: env.metricsToken,
  }
  const server = createHttpServer({
    pages,
    probes,
    upgrade: live.upgrade,
    log: runtime.log,
  })
  const address = await listen(server, env)
  const housekeeping = setInterval(() => void tidy(runtime), day)
  void tidy(runtime)

  return {
    address,
    async stop() {
      if (stopping) return
      stopping = true
      clearInterval(housekeeping)
      setTimeout(() => process.exit(1), longestStop).unref()
      const closed = closeServer(server)
      await live.close()
      await closed
      await pages.close()
      await runtime.db.close()
      lock?.release()
      process.exit(0)
    },
  }
}

/** Stops listening; waits for requests that are being answered, not for connections that idle. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A download that takes longer than this is cut off, so that a deploy is not held up by one reader.
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
}

/** Forgets what has had its time: boards 30 days in the bin, sessions that ended. */
async function tidy({ db, log }: Runtime): Promise<void> {
  try {
    const boards = await purgeBoards(db)
    await purgeSessions(db)
    if (boards > 0) log.info({ boards }, 'boards left the bin for good')
  } catch (err) {
    log.error({ err }, 'tidying up failed and is tried again tomorrow')
  }
}
