import type { Database, Transaction } from '#server/db/client.ts'

/** A real database that can be told to be slow or to fail, for tests. */
export type FaultyDatabase = {
  readonly db: Database
  /** Runs before each commit of a transaction; a rejection makes the transaction fail. */
  beforeCommit: () => Promise<void>
  /** Runs before each read outside a transaction. */
  beforeRead: () => Promise<void>
  /** Runs before the n-th statement (from 1) of a transaction. */
  beforeStatement: (n: number) => Promise<void>
}

const nothing = async () => undefined

export function createFaultyDatabase(real: Database): FaultyDatabase {
  const faulty: FaultyDatabase = {
    beforeCommit: nothing,
    beforeRead: nothing,
    beforeStatement: nothing,
    db: {
      ...real,
      orm: withPause(real.orm, () => faulty.beforeRead()),
      transaction: (work) =>
        real.transaction(async (tx) => {
          let statements = 0
          const orm: Transaction['orm'] = withPause(tx.orm, () => faulty.beforeStatement(++statements))
          const run: Transaction['run'] = async (statement, values) => {
            await faulty.beforeStatement(++statements)
            return tx.run(statement, values)
          }
          const value = await work({ ...tx, orm, run })
          await faulty.beforeCommit()
          return value
        }),
    },
  }
  return faulty
}

/** The same query builder, whose queries wait for `pause` before they run. */
function withPause<T extends object>(builder: T, pause: () => Promise<void>): T {
  return new Proxy(builder, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (name === 'then')
        return (...callbacks: Parameters<Promise<unknown>['then']>) =>
          pause()
            .then(() => target)
            .then(...callbacks)
      return (...args: unknown[]) => {
        const next: unknown = value.apply(target, args)
        return typeof next === 'object' && next !== null ? withPause(next, pause) : next
      }
    },
  })
}

/** A pause that lasts until `open` is called; `entered` resolves when someone waits. */
export function createGate(): {
  readonly pass: () => Promise<void>
  readonly open: () => void
  readonly entered: Promise<void>
} {
  let open: () => void = nothing
  let enter: () => void = nothing
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const entered = new Promise<void>((resolve) => {
    enter = resolve
  })
  return {
    entered,
    open: () => open(),
    pass() {
      enter()
      return opened
    },
  }
}
