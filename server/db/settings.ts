import type { Database, Reader } from '#server/db/client.ts'

/** What an administrator sets for everyone. */
export type Settings = {
  /** Anyone who reaches the page may make an account. */
  readonly openSignUp: boolean
}

const defaults: Settings = { openSignUp: false }

/** The settings, with the default for each that was never set. */
export async function readSettings(db: Reader): Promise<Settings> {
  const rows = await db.orm.select().from(db.tables.settings)
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const openSignUp = stored.get('openSignUp')
  return { openSignUp: typeof openSignUp === 'boolean' ? openSignUp : defaults.openSignUp }
}

/** Stores the given settings and leaves the others. */
export async function writeSettings(db: Database, changes: Partial<Settings>, by: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { settings } = tx.tables
    for (const [key, value] of Object.entries(changes)) {
      const set = { value, updatedAt: Date.now(), updatedBy: by }
      await tx.orm
        .insert(settings)
        .values({ key, ...set })
        .onConflictDoUpdate({ target: settings.key, set })
    }
  })
}
