import { cpus, loadavg } from 'node:os'

/** When and on what a benchmark ran, for its result file: figures of a busy machine are worth less. */
export function conditions() {
  const [load = 0] = loadavg()
  const machine = `${cpus().length} cores, Node ${process.versions.node}`
  const busy = load > cpus().length ? ', busy: ratios count, milliseconds do not' : ''
  return { date: new Date().toISOString(), machine: `${machine}, load ${load.toFixed(1)}${busy}` }
}
