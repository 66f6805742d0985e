import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Tables } from '#server/db/schema.ts'

/** The query builder of both dialects, typed as PostgreSQL's. */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>

type Prepared<R> = { readonly execute: (values: Record<string, unknown>) => Promise<R> }

/**
 * A query with placeholders for its values, built once for each connection: building one costs as much as running it. `name` is
 * unique; PostgreSQL keeps the plan under it.
 */
export type Statement<R> = {
  readonly name: string
  readonly build: (
    orm: Pick<Orm, 'insert' | 'update' | 'delete'>,
    tables: Tables,
  ) => { readonly prepare: (name: string) => Prepared<R> }
}

/** Runs a statement on one connection; `values` are those of its placeholders. */
export type RunStatement = <R>(statement: Statement<R>, values: Record<string, unknown>) => Promise<R>

/** Runs statements on the connection of `orm`, each built at its first use. */
export function createRunner(orm: Orm, tables: Tables): RunStatement {
  const built = new Map<string, Prepared<unknown>>()
  return <R>(statement: Statement<R>, values: Record<string, unknown>) => {
    const known = built.get(statement.name) as Prepared<R> | undefined
    const prepared = known ?? statement.build(orm, tables).prepare(statement.name)
    if (!known) built.set(statement.name, prepared)
    return prepared.execute(values)
  }
}
