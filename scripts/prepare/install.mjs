import { existsSync, readFileSync } from 'node:fs'
import { fail, run } from './shared.mjs'

/** Installs exactly what package-lock.json says, unless it is there already. */
export async function install() {
  if (isInstalled()) return
  // npm leaves development packages out when NODE_ENV says production, and the build needs them.
  const { NODE_ENV: _, ...env } = process.env
  if (!(await run('npm', ['ci', '--include=dev'], env)))
    fail('The packages could not be installed: npm ci says why above.')
}

/** Compares the lockfile with the one that npm leaves in node_modules once it has finished. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true
    const found = present[place]
    // Optional packages are for particular platforms: absent is fine, another version is not.
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}
