import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject, it } from 'vitest'
import { newLocalId } from '#lib/ids.ts'
import { type Database, type DatabasePlace, openDatabase } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'

/** What a contract test gets: an empty, migrated database before every test, and where it is for tests that start processes. */
export type TestDatabase = { readonly db: () => Database; readonly place: () => DatabasePlace }

type Disposable = { readonly place: DatabasePlace; readonly remove: () => Promise<void> }

/** Runs `define`'s tests on SQLite in a directory of its own and on a real PostgreSQL. */
export function eachDatabase(name: string, define: (test: TestDatabase) => void): void {
  describe(`${name} on SQLite`, () => define(freshDatabase(sqlitePlace)))
  describe(`${name} on PostgreSQL`, () => {
    const url = inject('postgresUrl')
    if (url) define(freshDatabase(() => postgresPlace(url)))
    else missingPostgres()
  })
}

function missingPostgres(): void {
  const reason = 'no PostgreSQL: neither postgres and initdb on the PATH nor in /usr/lib/postgresql'
  if (process.env.CI === 'true') {
    it('has a PostgreSQL to run on', () => {
      throw new Error(reason)
    })
  } else it.skip(`skipped, ${reason}`)
}

function freshDatabase(makePlace: () => Promise<Disposable>): TestDatabase {
  let made: Disposable
  let db: Database
  beforeAll(async () => {
    made = await makePlace()
    db = await openDatabase(made.place)
    await migrate(db)
  })
  beforeEach(() => emptyDatabase(db))
  afterAll(async () => {
    await db.close()
    await made.remove()
  })
  return { db: () => db, place: () => made.place }
}

/** Removes every row of every table. */
export async function emptyDatabase(db: Database): Promise<void> {
  const names = Object.values(db.tables).map((table) => `"${getTableName(table)}"`)
  if (db.driver.dialect === 'postgres') await db.driver.pool.query(`truncate ${names.join(', ')}`)
  else
    await db.driver.client.executeMultiple(
      `pragma foreign_keys = off; ${names.map((name) => `delete from ${name}`).join('; ')}; pragma foreign_keys = on`,
    )
}

/** A new data directory that `remove` deletes. */
export async function sqlitePlace(): Promise<Disposable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bollenboom-db-'))
  return { place: { dataDir }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** A new database in the cluster of `url` that `remove` drops. */
async function postgresPlace(url: string): Promise<Disposable> {
  const name = `test_${newLocalId().toLowerCase()}_${process.pid}`
  await administer(url, `create database ${name}`)
  const place = new URL(url)
  place.pathname = `/${name}`
  return { place: { url: place.href }, remove: () => administer(url, `drop database ${name} with (force)`) }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
