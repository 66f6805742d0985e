import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

export type Dialect = 'sqlite' | 'postgres'

const bytea = pg.customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})

const sqliteBlob = sqlite.customType<{ data: Uint8Array; driverData: ArrayBuffer | Uint8Array }>({
  dataType: () => 'blob',
  fromDriver: (value) => new Uint8Array(value instanceof Uint8Array ? value.slice().buffer : value),
})

const postgresKit = {
  table: pg.pgTable,
  text: pg.text,
  /** A whole number up to 2^53 - 1. */
  integer: (name: string) => pg.bigint(name, { mode: 'number' }),
  blob: (name: string) => bytea(name),
  boolean: pg.boolean,
  json: (name: string) => pg.jsonb(name),
  /** Milliseconds since 1970, UTC. */
  timestamp: (name: string) => pg.bigint(name, { mode: 'number' }),
  index: pg.index,
  primaryKey: pg.primaryKey,
}

const sqliteKit = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  blob: (name: string) => sqliteBlob(name),
  boolean: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: (name: string) => sqlite.text(name, { mode: 'json' }),
  timestamp: (name: string) => sqlite.integer(name),
  index: sqlite.index,
  primaryKey: sqlite.primaryKey,
}

/** The columns that tables are made of: the same names and the same JavaScript types in both dialects. */
export type Kit = typeof postgresKit

/** The column kit of `dialect`. SQLite is typed as PostgreSQL, whose query builders have the smaller common surface. */
export function kitOf(dialect: Dialect): Kit {
  return dialect === 'postgres' ? postgresKit : (sqliteKit as unknown as Kit)
}
