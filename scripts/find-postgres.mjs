import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The directory of `postgres` and `initdb`: on the PATH or where Debian keeps them; null when there is none. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  const file = (name) => (process.platform === 'win32' ? `${name}.exe` : name)
  return (
    places.find(
      (place) => existsSync(join(place, file('postgres'))) && existsSync(join(place, file('initdb'))),
    ) ?? null
  )
}
