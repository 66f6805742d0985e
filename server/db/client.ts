import { join } from 'node:path'
import { type Client, createClient, type Transaction as Held, type InStatement } from '@libsql/client/sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/libsql/sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient } from 'pg'
import type { Dialect } from '#server/db/kit.ts'
import { defineTables, type Tables } from '#server/db/schema.ts'
import { createRunner, type Orm, type RunStatement } from '#server/db/statement.ts'

/** What a query may do anywhere: read. */
export type Reader = { readonly dialect: Dialect; readonly tables: Tables; readonly orm: Pick<Orm, 'select'> }

/** What a query may do inside `db.transaction`: read and write, all or nothing. */
export type Transaction = {
  readonly dialect: Dialect
  readonly tables: Tables
  readonly orm: Pick<Orm, 'select' | 'insert' | 'update' | 'delete'>
  /** For what is done with every edit: statements that are built once. */
  readonly run: RunStatement
}

/** An open database. Reads go anywhere; writes exist only inside `transaction`, so none can be half done. */
export type Database = Reader & {
  /**
   * Runs `work` in one write transaction; resolves only when its commit is on disk, rejects (and rolls back) when anything fails.
   * Inside `work` use `tx` alone: on SQLite a nested `db.transaction` waits for itself.
   */
  readonly transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  /** Runs `work` on the state of one moment, however long it takes; nobody's writing waits for it. */
  readonly snapshot: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>
  /** Whether a trivial query is answered. */
  readonly isAlive: () => Promise<boolean>
  /** The driver, for migrations only. */
  readonly driver: SqliteDriver | PostgresDriver
  readonly close: () => Promise<void>
}

export type SqliteDriver = {
  readonly dialect: 'sqlite'
  readonly orm: ReturnType<typeof drizzleSqlite>
  readonly client: Client
}
export type PostgresDriver = {
  readonly dialect: 'postgres'
  readonly orm: ReturnType<typeof drizzlePostgres>
  readonly pool: Pool
}

export type DatabasePlace = { readonly dataDir: string } | { readonly url: string }

/** Opens the embedded database of a data directory that exists, or PostgreSQL by URL. Throws when it cannot be reached. */
export function openDatabase(place: DatabasePlace): Promise<Database> {
  return 'url' in place ? openPostgres(place.url) : openSqlite(place.dataDir)
}

const sqliteConnections = 3

async function openSqlite(dataDir: string): Promise<Database> {
  const client = createClient({
    url: `file:${join(dataDir, 'bollenboom.db')}`,
    concurrency: sqliteConnections,
  })
  await prepareConnections(client)
  const driver: SqliteDriver = { dialect: 'sqlite', client, orm: drizzleSqlite(client) }
  const inTurn = createQueue()
  const write = createSqliteWriter(client)
  return {
    ...describe(driver),
    transaction: (work) => inTurn(() => write(work)),
    snapshot: async (work) => {
      const held = await client.transaction('deferred')
      try {
        // A deferred transaction sees the state of its first read.
        return await work({ dialect: 'sqlite', tables: tablesOf.sqlite, orm: asOrm(sqliteOn(() => held)) })
      } finally {
        held.close()
      }
    },
    isAlive: () => answers(client.execute('select 1')),
    close: () => inTurn(async () => client.close()),
  }
}

/** Runs write transactions, one after the other. */
function createSqliteWriter(client: Client): Database['transaction'] {
  let open: Held | null = null
  const opened = () => {
    if (!open) throw new Error('the transaction has ended')
    return open
  }
  const runOnOpen = createRunner(asOrm(sqliteOn(opened)), tablesOf.sqlite)
  return async (work) => {
    const held = await client.transaction('write')
    open = held
    const run: RunStatement = (statement, values) => {
      if (open !== held) throw new Error('the transaction has ended')
      return runOnOpen(statement, values)
    }
    try {
      const orm = asOrm(sqliteOn(() => held))
      const value = await work({ dialect: 'sqlite', tables: tablesOf.sqlite, orm, run })
      await held.commit()
      return value
    } catch (cause) {
      await held.rollback()
      throw cause
    } finally {
      open = null
    }
  }
}

/** A query builder whose statements go to a transaction. */
const sqliteOn = (held: () => Held) =>
  drizzleSqlite({ execute: async (statement: InStatement) => held().execute(statement) } as Client)

/** These settings belong to a connection, not to the file: hold each connection in turn until the whole pool has them. */
async function prepareConnections(client: Client): Promise<void> {
  const held = []
  try {
    for (let i = 0; i < sqliteConnections; i++) {
      await client.executeMultiple(
        'pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on',
      )
      if (i < sqliteConnections - 1) held.push(await client.transaction('deferred'))
    }
  } finally {
    for (const transaction of held) transaction.close()
  }
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
  })
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw cause
  }
  const driver: PostgresDriver = { dialect: 'postgres', pool, orm: drizzlePostgres(pool) }
  return {
    ...describe(driver),
    transaction: createPostgresWriter(pool),
    snapshot: (work) =>
      driver.orm.transaction(
        (tx) => work({ dialect: 'postgres', tables: tablesOf.postgres, orm: asOrm(tx) }),
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
    isAlive: () => answers(pool.query('select 1')),
    close: () => pool.end(),
  }
}

/** Runs transactions, each on a connection of its own whose statements stay prepared. */
function createPostgresWriter(pool: Pool): Database['transaction'] {
  const known = new WeakMap<PoolClient, Transaction>()
  function on(client: PoolClient): Transaction {
    const orm = asOrm(drizzlePostgres(client))
    const tables = tablesOf.postgres
    const tx = known.get(client) ?? { dialect: 'postgres', tables, orm, run: createRunner(orm, tables) }
    known.set(client, tx)
    return tx
  }
  return async (work) => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const value = await work(on(client))
      await client.query('commit')
      return value
    } catch (cause) {
      await client.query('rollback').catch((err: Error) => {
        broken = err
      })
      throw cause
    } finally {
      // A connection that cannot even roll back is closed instead of used again.
      client.release(broken)
    }
  }
}

const tablesOf = { sqlite: defineTables('sqlite'), postgres: defineTables('postgres') }

function describe(driver: SqliteDriver | PostgresDriver) {
  return { dialect: driver.dialect, tables: tablesOf[driver.dialect], orm: asOrm(driver.orm), driver }
}

/** The one place where SQLite's builders pass for PostgreSQL's; the contract tests of every query prove that they may. */
const asOrm = (orm: unknown): Orm => orm as Orm

/**
 * One write transaction at a time: SQLite has one writer, and its driver waits for a lock without giving way,
 * so two open write transactions of one process would block each other until the timeout.
 */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const mine = last.then(job)
    last = mine.catch(() => undefined)
    return mine
  }
}

const answers = (query: Promise<unknown>): Promise<boolean> =>
  query.then(
    () => true,
    () => false,
  )
