import type { BoardRole } from '#lib/access/access.ts'
import type { Dialect, Kit } from '#server/db/kit.ts'
import { kitOf } from '#server/db/kit.ts'

/** Every table, written once; `dialect` decides what the columns become. */
export function defineTables(dialect: Dialect) {
  const kit = kitOf(dialect)
  const people = peopleTables(kit)
  const boards = boardTables(kit, people.users)
  return {
    ...people,
    ...boards,
    ...accessTables(kit, people.users, boards.boards),
    ...historyTables(kit, boards.boards),
  }
}

export type Tables = ReturnType<typeof defineTables>

type People = ReturnType<typeof peopleTables>
type Boards = ReturnType<typeof boardTables>

function peopleTables({ table, text, boolean, timestamp, json, index, primaryKey }: Kit) {
  const users = table('app_user', {
    id: text('id').primaryKey(),
    /** Lower case, trimmed. */
    email: text('email').notNull().unique(),
    emailVerifiedAt: timestamp('email_verified_at'),
    name: text('name').notNull(),
    image: text('image'),
    /** argon2id in its PHC form; null for people who sign in elsewhere. */
    passwordHash: text('password_hash'),
    isAdmin: boolean('is_admin').notNull().default(false),
    language: text('language'),
    createdAt: timestamp('created_at').notNull(),
    disabledAt: timestamp('disabled_at'),
  })
  const userId = () =>
    text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })

  const sessions = table(
    'session',
    {
      id: text('id').primaryKey(),
      /** SHA-256 of the cookie's value: a stolen database opens no session. */
      tokenHash: text('token_hash').notNull().unique(),
      userId: userId(),
      createdAt: timestamp('created_at').notNull(),
      expiresAt: timestamp('expires_at').notNull(),
    },
    (t) => [index('session_user').on(t.userId), index('session_expires').on(t.expiresAt)],
  )

  const accounts = table(
    'account',
    {
      provider: text('provider').notNull(),
      providerAccountId: text('provider_account_id').notNull(),
      userId: userId(),
      createdAt: timestamp('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index('account_user').on(t.userId)],
  )

  const verificationTokens = table(
    'verification_token',
    {
      identifier: text('identifier').notNull(),
      token: text('token').notNull(),
      expiresAt: timestamp('expires_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.identifier, t.token] })],
  )

  const settings = table('setting', {
    key: text('key').primaryKey(),
    value: json('value').notNull(),
    updatedAt: timestamp('updated_at').notNull(),
    updatedBy: text('updated_by').references(() => users.id, { onDelete: 'set null' }),
  })

  const accessTokens = table(
    'access_token',
    {
      id: text('id').primaryKey(),
      userId: userId(),
      name: text('name').notNull(),
      tokenHash: text('token_hash').notNull().unique(),
      createdAt: timestamp('created_at').notNull(),
      lastUsedAt: timestamp('last_used_at'),
      expiresAt: timestamp('expires_at'),
    },
    (t) => [index('access_token_user').on(t.userId)],
  )

  return { users, sessions, accounts, verificationTokens, settings, accessTokens }
}

function boardTables({ table, text, integer, timestamp, index }: Kit, users: People['users']) {
  const boards = table(
    'board',
    {
      id: text('id').primaryKey(),
      /** A copy of the title in the document, for lists; the document is the truth. */
      title: text('title').notNull(),
      /** Raised when history starts afresh; a client of another epoch cannot join. */
      epoch: integer('epoch').notNull().default(1),
      /** Number of the last committed update of this epoch. */
      headSeq: integer('head_seq').notNull().default(0),
      /** The newest snapshot holds updates 1..snapSeq. */
      snapSeq: integer('snap_seq').notNull().default(0),
      /** Raised in every transaction that changes who may do what. */
      aclVersion: integer('acl_version').notNull().default(1),
      sizeBytes: integer('size_bytes').notNull().default(0),
      nodeCount: integer('node_count').notNull().default(0),
      createdAt: timestamp('created_at').notNull(),
      createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
      updatedAt: timestamp('updated_at').notNull(),
      updatedBy: text('updated_by').references(() => users.id, { onDelete: 'set null' }),
      archivedAt: timestamp('archived_at'),
      deletedAt: timestamp('deleted_at'),
      deletedBy: text('deleted_by').references(() => users.id, { onDelete: 'set null' }),
    },
    (t) => [index('board_deleted').on(t.deletedAt)],
  )
  return { boards }
}

function accessTables(
  { table, text, timestamp, index, primaryKey }: Kit,
  users: People['users'],
  boards: Boards['boards'],
) {
  const members = table(
    'board_member',
    {
      boardId: text('board_id')
        .notNull()
        .references(() => boards.id, { onDelete: 'cascade' }),
      userId: text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      role: text('role').$type<BoardRole>().notNull(),
      createdAt: timestamp('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.boardId, t.userId] }), index('board_member_user').on(t.userId)],
  )

  const invitations = table(
    'invitation',
    {
      id: text('id').primaryKey(),
      tokenHash: text('token_hash').notNull().unique(),
      /** For whom, in the words of the inviter; not checked at use. */
      email: text('email'),
      boardId: text('board_id').references(() => boards.id, { onDelete: 'cascade' }),
      boardRole: text('board_role').$type<BoardRole>(),
      createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
      createdAt: timestamp('created_at').notNull(),
      expiresAt: timestamp('expires_at').notNull(),
      usedAt: timestamp('used_at'),
      usedBy: text('used_by').references(() => users.id, { onDelete: 'set null' }),
      revokedAt: timestamp('revoked_at'),
    },
    (t) => [index('invitation_board').on(t.boardId)],
  )

  return { members, invitations }
}

function historyTables(
  { table, text, integer, blob, json, timestamp, primaryKey, index }: Kit,
  boards: Boards['boards'],
) {
  const boardId = () =>
    text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' })

  const updates = table(
    'board_update',
    {
      boardId: boardId(),
      epoch: integer('epoch').notNull(),
      seq: integer('seq').notNull(),
      bytes: blob('bytes').notNull(),
      /** Unsigned. */
      crc32: integer('crc32').notNull(),
      actorId: text('actor_id'),
      sessionId: text('session_id'),
      origin: text('origin').notNull(),
      createdAt: timestamp('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.boardId, t.epoch, t.seq] })],
  )

  const snapshots = table(
    'board_snapshot',
    {
      boardId: boardId(),
      epoch: integer('epoch').notNull(),
      uptoSeq: integer('upto_seq').notNull(),
      bytes: blob('bytes').notNull(),
      /** 32 bytes over `bytes`. */
      sha256: blob('sha256').notNull(),
      nodes: integer('nodes').notNull(),
      createdAt: timestamp('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.boardId, t.epoch, t.uptoSeq] })],
  )

  const clients = table(
    'board_client',
    {
      boardId: boardId(),
      epoch: integer('epoch').notNull(),
      clientId: integer('client_id').notNull(),
      userId: text('user_id'),
      firstSeq: integer('first_seq').notNull(),
    },
    (t) => [primaryKey({ columns: [t.boardId, t.epoch, t.clientId] })],
  )

  const versions = table(
    'board_version',
    {
      id: text('id').primaryKey(),
      boardId: boardId(),
      epoch: integer('epoch').notNull(),
      seq: integer('seq').notNull(),
      kind: text('kind').notNull(),
      label: text('label'),
      bytes: blob('bytes').notNull(),
      authors: json('authors').$type<string[]>().notNull(),
      createdBy: text('created_by'),
      createdAt: timestamp('created_at').notNull(),
    },
    (t) => [index('board_version_board').on(t.boardId, t.createdAt)],
  )

  return { updates, snapshots, clients, versions }
}
