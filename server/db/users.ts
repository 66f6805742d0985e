import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { newId } from '#lib/ids.ts'
import { done, ok, type Problem, problem, type Result } from '#lib/result.ts'
import type { Database, Reader, Transaction } from '#server/db/client.ts'

/** An account, without its password hash. Times in ms. */
export type User = {
  readonly id: string
  readonly email: string
  readonly emailVerifiedAt: number | null
  readonly name: string
  readonly isAdmin: boolean
  readonly language: string | null
  readonly createdAt: number
  readonly disabledAt: number | null
  readonly hasPassword: boolean
}

export type NewUser = {
  email: string
  name: string
  passwordHash?: string | null
  isAdmin?: boolean
  emailVerifiedAt?: number | null
  language?: string | null
}

const shape = /^[^\s@<>"]+@[^\s@<>"]+$/

/** An address as it is stored: trimmed, lower case, at most 254 characters; `email.invalid` otherwise. */
export function toEmail(text: string): Result<string> {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && shape.test(email) ? ok(email) : problem('email.invalid')
}

export async function findUser(db: Reader, id: string): Promise<User | null> {
  const { users } = db.tables
  const [row] = await db.orm.select().from(users).where(eq(users.id, id))
  return row ? toUser(row) : null
}

/** `email` as `toEmail` gives it. */
export async function findUserByEmail(db: Reader, email: string): Promise<User | null> {
  const { users } = db.tables
  const [row] = await db.orm.select().from(users).where(eq(users.email, email))
  return row ? toUser(row) : null
}

/** The stored argon2id hash; null without an account or without a password. */
export async function findPasswordHash(db: Reader, email: string): Promise<string | null> {
  const { users } = db.tables
  const [row] = await db.orm.select({ hash: users.passwordHash }).from(users).where(eq(users.email, email))
  return row?.hash ?? null
}

export async function countUsers(db: Reader): Promise<number> {
  const [row] = await db.orm.select({ n: count() }).from(db.tables.users)
  return row?.n ?? 0
}

/** Everyone with an account, by name. */
export async function listUsers(db: Reader): Promise<User[]> {
  const { users } = db.tables
  const rows = await db.orm.select().from(users).orderBy(asc(users.name), asc(users.email))
  return rows.map(toUser)
}

/** Adds an account; `account.exists` when the address has one. */
export async function addUser(tx: Transaction, user: NewUser): Promise<Result<User>> {
  const { users } = tx.tables
  const row = {
    id: newId(),
    email: user.email,
    name: user.name.trim(),
    passwordHash: user.passwordHash ?? null,
    isAdmin: user.isAdmin ?? false,
    emailVerifiedAt: user.emailVerifiedAt ?? null,
    language: user.language ?? null,
    createdAt: Date.now(),
  }
  const [added] = await tx.orm
    .insert(users)
    .values(row)
    .onConflictDoNothing({ target: users.email })
    .returning()
  return added ? ok(toUser(added)) : problem('account.exists')
}

/** Changes what a person says of themselves. */
export async function updateProfile(
  db: Database,
  id: string,
  profile: { name?: string; language?: string | null },
): Promise<Result> {
  const changes = {
    ...(profile.name === undefined ? {} : { name: profile.name.trim() }),
    ...(profile.language === undefined ? {} : { language: profile.language }),
  }
  if (Object.keys(changes).length === 0) return done
  if (changes.name === '') return problem('args.invalid', { name: 'name' })
  return updateOne(db, id, changes)
}

/** Stores a new password hash and ends every session but `keepSessionId`. */
export function setPasswordHash(
  db: Database,
  id: string,
  passwordHash: string,
  keepSessionId?: string,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const { users, sessions } = tx.tables
    const changed = await tx.orm
      .update(users)
      .set({ passwordHash })
      .where(eq(users.id, id))
      .returning({ id: users.id })
    if (changed.length === 0) return problem('account.missing')
    const theirs = await tx.orm.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, id))
    for (const session of theirs)
      if (session.id !== keepSessionId) await tx.orm.delete(sessions).where(eq(sessions.id, session.id))
    return done
  })
}

/** Makes someone administrator or takes it away; `account.last-administrator` when nobody would be left. */
export function setAdmin(db: Database, id: string, isAdmin: boolean): Promise<Result> {
  return db.transaction(async (tx) => {
    const refusal = isAdmin ? null : await refuseLastAdmin(tx, id)
    return refusal ?? updateOneIn(tx, id, { isAdmin })
  })
}

/** Closes an account (its sessions end at once) or opens it again; `account.last-administrator` when nobody would be left. */
export function setDisabled(db: Database, id: string, disabled: boolean): Promise<Result> {
  return db.transaction(async (tx) => {
    const refusal = disabled ? await refuseLastAdmin(tx, id) : null
    if (refusal) return refusal
    if (disabled) await tx.orm.delete(tx.tables.sessions).where(eq(tx.tables.sessions.userId, id))
    return updateOneIn(tx, id, { disabledAt: disabled ? Date.now() : null })
  })
}

/** A problem when `id` is the only administrator who can still sign in. Serialised, so that two cannot remove each other. */
export async function refuseLastAdmin(tx: Transaction, id: string): Promise<Problem | null> {
  await lockAccounts(tx)
  const { users } = tx.tables
  const admins = await tx.orm
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isAdmin, true), isNull(users.disabledAt)))
  return admins.length === 1 && admins[0]?.id === id ? problem('account.last-administrator') : null
}

/** Makes this transaction wait for any other that holds the lock: decisions over all accounts are taken one at a time. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  const { settings } = tx.tables
  const row = { key: 'accounts.lock', value: true, updatedAt: Date.now() }
  await tx.orm
    .insert(settings)
    .values(row)
    .onConflictDoUpdate({ target: settings.key, set: { updatedAt: row.updatedAt } })
}

const updateOne = (db: Database, id: string, changes: Partial<UserRow>): Promise<Result> =>
  db.transaction((tx) => updateOneIn(tx, id, changes))

async function updateOneIn(tx: Transaction, id: string, changes: Partial<UserRow>): Promise<Result> {
  const { users } = tx.tables
  const changed = await tx.orm.update(users).set(changes).where(eq(users.id, id)).returning({ id: users.id })
  return changed.length > 0 ? done : problem('account.missing')
}

type UserRow = Reader['tables']['users']['$inferSelect']

/** The row as the rest of the server may see it. */
export function toUser({ passwordHash, image: _, ...row }: UserRow): User {
  return { ...row, hasPassword: passwordHash !== null }
}
