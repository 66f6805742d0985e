import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The directory that holds package.json: the same for the sources and for the bundle in dist/. */
export function projectRoot(from: string = import.meta.dirname): string {
  let directory = from
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory)
    if (parent === directory) throw new Error(`no package.json above ${from}`)
    directory = parent
  }
  return directory
}
