import { findPostgres } from '../find-postgres.mjs'
import { aptInstall } from './shared.mjs'

/** Sees to a PostgreSQL that the tests can start. Without one they run on SQLite alone and say what they skipped. */
export async function findDatabases() {
  if (findPostgres()) return
  await aptInstall('postgresql')
  if (!findPostgres())
    console.error(
      'No PostgreSQL was found and none could be installed: tests on it will be skipped. Put postgres and initdb on the PATH to run them.',
    )
}
