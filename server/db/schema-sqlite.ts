import { defineTables } from '#server/db/schema.ts'

/** The tables as SQLite has them, for drizzle-kit. */
export const {
  users,
  sessions,
  accounts,
  verificationTokens,
  settings,
  accessTokens,
  boards,
  members,
  invitations,
  updates,
  snapshots,
  clients,
  versions,
} = defineTables('sqlite')
