import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { count, eq } from 'drizzle-orm'
import type { Database, Reader, Transaction } from '#server/db/client.ts'
import type { Tables } from '#server/db/schema.ts'
import { StartError } from '#server/start-error.ts'

const format = 'bollenboom-backup/1'

/** How many rows a backup holds, by table. */
export type Counts = Readonly<Record<string, number>>

/**
 * Writes every table, as it is at one moment, to `file`: gzipped JSON lines, the same for both databases, readable by its
 * owner alone. The file appears only when it is whole. Runs beside a working server.
 */
export async function backup(db: Database, file: string): Promise<Counts> {
  const counts: Record<string, number> = {}
  const partial = `${file}.partial`
  try {
    await db.snapshot((reader) =>
      pipeline(
        Readable.from(lines(reader, counts)),
        createGzip(),
        createWriteStream(partial, { mode: 0o600 }),
      ),
    )
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    throw cause
  }
  return counts
}

async function* lines(reader: Reader, counts: Record<string, number>): AsyncGenerator<string> {
  yield `${JSON.stringify({ format, createdAt: Date.now() })}\n`
  for (const name of tableNames(reader.tables)) {
    for await (const row of rowsOf(reader, name)) {
      counts[name] = (counts[name] ?? 0) + 1
      yield `${JSON.stringify([name, row], asText)}\n`
    }
  }
  yield `${JSON.stringify({ end: counts })}\n`
}

/** Tables whose rows carry documents are read board by board, so that memory holds one board at a time. */
const byBoard = ['updates', 'snapshots', 'clients', 'versions'] as const

async function* rowsOf(reader: Reader, name: keyof Tables): AsyncGenerator<object> {
  const heavy = byBoard.find((each) => each === name)
  if (!heavy) {
    yield* await reader.orm.select().from(reader.tables[name])
    return
  }
  const table = reader.tables[heavy]
  for (const { id } of await reader.orm.select({ id: reader.tables.boards.id }).from(reader.tables.boards)) {
    yield* await reader.orm.select().from(table).where(eq(table.boardId, id))
  }
}

/** Fills an empty database from a backup, all or nothing; with `force` it empties it first. A `StartError` says why not. */
export async function restore(db: Database, file: string, force: boolean): Promise<Counts> {
  return db.transaction(async (tx) => {
    if (await holdsData(tx)) {
      if (!force)
        throw new StartError(
          'The database holds accounts or boards: restore into an empty one, or add --force to replace everything in it.',
        )
      for (const name of tableNames(tx.tables).reverse()) await tx.orm.delete(tx.tables[name])
    }
    await tx.orm.delete(tx.tables.settings)
    const counts: Record<string, number> = {}
    let end: Counts | null = null
    for await (const line of readLines(file)) {
      if (Array.isArray(line)) await insertRow(tx, file, line, counts)
      else if (line.end) end = line.end
    }
    if (JSON.stringify(end) !== JSON.stringify(counts))
      throw new StartError(`The backup ${file} is not whole: its end is missing. Nothing was restored.`)
    return counts
  })
}

type Line = [name: string, row: Record<string, unknown>] | { format?: string; end?: Counts }

async function* readLines(file: string): AsyncGenerator<Line> {
  let first = true
  const source = createReadStream(file)
  const text = source.pipe(createGunzip())
  source.on('error', (cause) => text.destroy(cause))
  try {
    for await (const each of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(each, asBytes) as Line
      if (first && (Array.isArray(line) || line.format !== format)) throw new Error('unknown format')
      first = false
      yield line
    }
  } catch (cause) {
    throw new StartError(
      `The backup ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was restored.`,
      { cause },
    )
  }
}

async function insertRow(
  tx: Transaction,
  file: string,
  [name, row]: [string, Record<string, unknown>],
  counts: Record<string, number>,
): Promise<void> {
  const known = tableNames(tx.tables).find((each) => each === name)
  if (!known)
    throw new StartError(
      `The backup ${file} holds ${name}, which this version does not know: restore it with the version that made it. Nothing was restored.`,
    )
  try {
    await tx.orm.insert(tx.tables[known]).values(row as never)
  } catch (cause) {
    throw new StartError(
      `The backup ${file} is not whole: a row of ${name} does not fit. Nothing was restored.`,
      { cause },
    )
  }
  counts[name] = (counts[name] ?? 0) + 1
}

async function holdsData(reader: Reader): Promise<boolean> {
  const rowsIn = async (name: 'users' | 'boards') =>
    (await reader.orm.select({ n: count() }).from(reader.tables[name]))[0]?.n ?? 0
  return (await rowsIn('users')) + (await rowsIn('boards')) > 0
}

/** In the order in which they may be filled: a table after those that it points to. */
const tableNames = (tables: Tables): (keyof Tables)[] => Object.keys(tables) as (keyof Tables)[]

function asText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array
    ? { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
    : value
}

function asBytes(_: string, value: unknown): unknown {
  const bytes = (value as { $bytes?: unknown } | null)?.$bytes
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : value
}
