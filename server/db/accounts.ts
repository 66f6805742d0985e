import { and, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#server/db/client.ts'
import { toUser, type User } from '#server/db/users.ts'

/** A person's identity at a sign-in provider. The provider's tokens are not kept: nothing here uses them. */
export type Account = { readonly provider: string; readonly providerAccountId: string }

export async function findUserByAccount(db: Reader, account: Account): Promise<User | null> {
  const { accounts, users } = db.tables
  const [row] = await db.orm
    .select({ user: users })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(
      and(eq(accounts.provider, account.provider), eq(accounts.providerAccountId, account.providerAccountId)),
    )
  return row ? toUser(row.user) : null
}

/** Links an identity to a person; an identity that is linked already stays where it is. */
export async function addAccount(tx: Transaction, userId: string, account: Account): Promise<void> {
  await tx.orm
    .insert(tx.tables.accounts)
    .values({ ...account, userId, createdAt: Date.now() })
    .onConflictDoNothing()
}
