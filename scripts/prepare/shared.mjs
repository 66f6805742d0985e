import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The directory that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Ends with one sentence. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The Node that the lockfile brings for this platform, else the one that runs this. */
export function projectNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const brought = join(root, 'node_modules', `node-${platform}-${process.arch}`, file)
  return existsSync(brought) ? brought : process.execPath
}

/** Runs a program to its end with our input and output; whether it succeeded. */
export function run(program, args, env = process.env) {
  return new Promise((resolve) => {
    // npm is a script on Windows, which only a shell can start.
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

const stampFile = (name) => join(root, '.stamps', name)

/** What an earlier run noted under `name`; null when it never did. */
export function readStamp(name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : null
}

/** Notes `text` for later runs. */
export function writeStamp(name, text) {
  mkdirSync(join(root, '.stamps'), { recursive: true })
  writeFileSync(stampFile(name), text)
}

/** Installs Debian packages when that is possible without asking anyone; whether it worked. */
export async function aptInstall(...packages) {
  if (process.getuid?.() !== 0) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    (await run('apt-get', ['update'], env)) &&
    (await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env))
  )
}
