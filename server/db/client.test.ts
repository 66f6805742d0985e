import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { eachDatabase } from '#server/db/testkit.ts'

eachDatabase('a database', ({ db }) => {
  const put = (key: string, value: unknown) =>
    db().transaction((tx) =>
      tx.orm.insert(tx.tables.settings).values({ key, value, updatedAt: 1_700_000_000_123 }),
    )
  const all = () => db().orm.select().from(db().tables.settings)

  it('gives the same JavaScript types back', async () => {
    await put('a', { deep: [1, 'two', null] })
    expect(await all()).toEqual([
      { key: 'a', value: { deep: [1, 'two', null] }, updatedAt: 1_700_000_000_123, updatedBy: null },
    ])
  })

  it('keeps nothing of a transaction that throws', async () => {
    const failing = db().transaction(async (tx) => {
      await tx.orm.insert(tx.tables.settings).values({ key: 'a', value: 1, updatedAt: 0 })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await all()).toEqual([])
  })

  it('runs transactions that start together without blocking one another', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => put(`k${i}`, i)))
    expect(await all()).toHaveLength(50)
  })

  it('shows a snapshot the state of its first read, and lets others write meanwhile', async () => {
    await put('a', 1)
    const seen = await db().snapshot(async ({ orm, tables }) => {
      const before = await orm.select().from(tables.settings)
      await put('b', 2)
      return [before.length, (await orm.select().from(tables.settings)).length]
    })
    expect(seen).toEqual([1, 1])
    expect(await all()).toHaveLength(2)
  })

  it('refuses a row that points nowhere', async () => {
    const orphan = db().transaction((tx) =>
      tx.orm
        .insert(tx.tables.accessTokens)
        .values({ id: 't', userId: 'nobody', name: 'n', tokenHash: 'h', createdAt: 0 }),
    )
    await expect(orphan).rejects.toThrow()
  })

  it('waits for the disk before a commit is done', async () => {
    const { driver } = db()
    if (driver.dialect === 'sqlite') {
      for (let i = 0; i < 3; i++) {
        const held = await driver.client.transaction('deferred')
        expect((await held.execute('pragma synchronous')).rows[0]?.[0]).toBe(2)
        held.close()
      }
      expect((await driver.client.execute('pragma journal_mode')).rows[0]?.[0]).toBe('wal')
    } else {
      const { rows } = await driver.orm.execute<{ synchronous_commit: string }>(sql`show synchronous_commit`)
      expect(rows[0]?.synchronous_commit).toBe('on')
    }
  })

  it('answers that it is alive', async () => {
    expect(await db().isAlive()).toBe(true)
  })
})
