/** Runs one benchmark, or all: each is bench/<name>/run.ts, prints a table and writes bench/results/<name>.json. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))
const known = readdirSync(here)
  .filter((name) => existsSync(`${here}${name}/run.ts`))
  .sort()

const wanted = process.argv[2]
if (wanted === undefined || (wanted !== 'all' && !known.includes(wanted))) {
  console.error(`Name a benchmark: npm run bench -- ${[...known, 'all'].join(' | ')}`)
  process.exit(1)
}
installPeers()
const failed = (wanted === 'all' ? known : [wanted]).filter((name) => !succeeds(name))
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)

/** What we measure against has a lockfile of its own, so that it never comes near the product. */
function installPeers() {
  if (existsSync(`${here}peers/node_modules`)) return
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: `${here}peers`,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
}

function succeeds(name) {
  console.log(`\n# ${name}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `bench/${name}/run.ts`], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}
