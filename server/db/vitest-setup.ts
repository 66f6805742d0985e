import type { TestProject } from 'vitest/node'
import { findPostgres } from '#scripts/find-postgres.mjs'
import { startPostgres } from '#server/db/postgres-for-tests.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string | null
  }
}

/** Runs one PostgreSQL for all tests of a run; `eachDatabase` makes databases in it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const binaries = findPostgres()
  if (!binaries) {
    project.provide('postgresUrl', null)
    return undefined
  }
  const postgres = await startPostgres(binaries)
  project.provide('postgresUrl', postgres.url('postgres'))
  return postgres.stop
}
