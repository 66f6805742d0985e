import { join } from 'node:path'
import { migrate as migrateSqlite } from 'drizzle-orm/libsql/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import type { Database, PostgresDriver } from '#server/db/client.ts'
import { projectRoot } from '#server/root.ts'

/** Brings the tables up to date; all of a migration or nothing of it. Safe to call at every start and from several processes at once. */
export async function migrate(db: Database): Promise<void> {
  const { driver } = db
  const migrationsFolder = join(projectRoot(), 'server/db/migrations', driver.dialect)
  if (driver.dialect === 'postgres') await migrateAlone(driver, migrationsFolder)
  else await migrateSqlite(driver.orm, { migrationsFolder })
}

/** An arbitrary number, the same in every process of this product. */
const advisoryLock = 7_365_101

/** The lock belongs to a connection, so the migration must run on that same connection. */
async function migrateAlone(driver: PostgresDriver, migrationsFolder: string): Promise<void> {
  const connection = await driver.pool.connect()
  try {
    await connection.query('select pg_advisory_lock($1)', [advisoryLock])
    await migratePostgres(drizzle(connection), { migrationsFolder })
    await connection.query('select pg_advisory_unlock($1)', [advisoryLock])
  } finally {
    connection.release(true)
  }
}
