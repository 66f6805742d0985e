import { parentPort, workerData } from 'node:worker_threads'
import { type CompactJob, compactWork } from './compact-work.ts'

/** The thread in which a board is compacted, so that nobody's typing waits for it. */
parentPort?.postMessage(compactWork(workerData as CompactJob))
