import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import { newcomerRight } from '#server/auth/newcomer.ts'
import { addAccount, findUserByAccount } from '#server/db/accounts.ts'
import type { Database } from '#server/db/client.ts'
import { redeemInvitation } from '#server/db/invitations.ts'
import { addSessionWithToken, endSession, findSession } from '#server/db/sessions.ts'
import {
  addUser,
  findUser,
  findUserByEmail,
  lockAccounts,
  type User,
  updateProfile,
} from '#server/db/users.ts'
import { hub } from '#server/hub.ts'

/** What is known about the browser and the identity while someone signs in elsewhere. */
export type SignInContext = { readonly invitation: string | null; emailVerified: boolean }

/** next-auth's storage over our own queries: times are numbers there and dates here, secrets are hashed, a newcomer's right is checked in the transaction that adds them. */
export function createAdapter(db: Database, context: SignInContext): Required<Pick<Adapter, AdapterMethod>> {
  return {
    createUser: (user: Omit<AdapterUser, 'id'>) => createUser(db, context, user),
    getUser: async (id) => asAdapterUser(await findUser(db, id)),
    getUserByEmail: async (email) => asAdapterUser(await findUserByEmail(db, email.toLowerCase())),
    getUserByAccount: async (account) => asAdapterUser(await findUserByAccount(db, account)),
    updateUser: async (user) => {
      if (user.name) await updateProfile(db, user.id, { name: user.name })
      const updated = asAdapterUser(await findUser(db, user.id))
      if (!updated) throw new Error('the account to update does not exist')
      return updated
    },
    linkAccount: async ({ userId, provider, providerAccountId }: AdapterAccount) => {
      await db.transaction((tx) => addAccount(tx, userId, { provider, providerAccountId }))
    },
    createSession: async ({ sessionToken, userId }) => {
      const session = await db.transaction((tx) => addSessionWithToken(tx, userId, sessionToken))
      return { sessionToken, userId, expires: new Date(session.expiresAt) }
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await findSession(db, sessionToken)
      const user = asAdapterUser(found?.user ?? null)
      return found && user
        ? { session: { sessionToken, userId: user.id, expires: new Date(found.session.expiresAt) }, user }
        : null
    },
    // Our own pages move the end of a session (keepSession); next-auth has nothing to add.
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      const sessionId = await endSession(db, sessionToken)
      if (sessionId !== null) hub().disconnect({ sessionId })
    },
  }
}

type AdapterMethod =
  | 'createUser'
  | 'getUser'
  | 'getUserByEmail'
  | 'getUserByAccount'
  | 'updateUser'
  | 'linkAccount'
  | 'createSession'
  | 'getSessionAndUser'
  | 'updateSession'
  | 'deleteSession'

function createUser(
  db: Database,
  context: SignInContext,
  user: Omit<AdapterUser, 'id'>,
): Promise<AdapterUser> {
  return db.transaction(async (tx) => {
    await lockAccounts(tx)
    const right = await newcomerRight(tx, { email: user.email, ...context })
    if (!right) throw new Error('this newcomer was not invited and sign-up is closed')
    const added = await addUser(tx, {
      email: user.email,
      name: user.name ?? user.email,
      isAdmin: right.isFirst,
      emailVerifiedAt: context.emailVerified ? Date.now() : null,
    })
    if (!added.ok) throw new Error(`the account could not be added: ${added.code}`)
    if (right.invitationHash) await redeemInvitation(tx, { hash: right.invitationHash }, added.value.id)
    return toAdapterUser(added.value)
  })
}

const asAdapterUser = (user: User | null): AdapterUser | null => user && toAdapterUser(user)

function toAdapterUser(user: User): AdapterUser {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    emailVerified: user.emailVerifiedAt === null ? null : new Date(user.emailVerifiedAt),
  }
}
