import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#server/root.ts'

/**
 * Gives one job to a worker thread of its own and answers what it posts back; rejects when the thread fails. `source` is the
 * worker's file below the project; in the bundle it is the file of that name in dist/.
 */
export function runWorker<Job, Answer>(source: string, job: Job): Promise<Answer> {
  const isBundle = import.meta.url.endsWith('.js')
  const file = isBundle ? join('dist', basename(source).replace(/\.ts$/, '.js')) : source
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(projectRoot(), file), { workerData: job })
    worker.once('message', (answer: Answer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`${basename(source)} ended with ${code} and no answer`)))
  })
}
