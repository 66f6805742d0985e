import type { AuthOptions, Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { createAdapter, type SignInContext } from '#server/auth/adapter.ts'
import { cookieLifetime, invitationCookieName, readCookie } from '#server/auth/cookies.ts'
import { newcomerRight } from '#server/auth/newcomer.ts'
import { isSecure } from '#server/auth/request-user.ts'
import { findUserByAccount } from '#server/db/accounts.ts'
import { findUserByEmail, toEmail } from '#server/db/users.ts'
import type { Runtime } from '#server/runtime.ts'

/** The id of the sign-in provider in `/api/auth/signin/oidc` and `/api/auth/callback/oidc`. */
const oidcProviderId = 'oidc'

type OidcProfile = Profile & {
  readonly email_verified?: boolean
  readonly xms_edov?: boolean | string | number
  readonly preferred_username?: string
}

/** next-auth's options for one request, which knows the invitation that its browser followed. */
export function authOptions({ env, db, log }: Runtime, cookieHeader: string | null): AuthOptions {
  const context: SignInContext = {
    invitation: readCookie(cookieHeader, invitationCookieName),
    emailVerified: false,
  }
  return {
    adapter: createAdapter(db, context),
    providers: env.oidc ? [oidcProvider(env.oidc)] : [],
    secret: env.authSecret,
    session: { strategy: 'database', maxAge: cookieLifetime },
    useSecureCookies: isSecure(env),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/boards' },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== oidcProviderId || !profile) return false
        context.emailVerified = isEmailVerified(profile)
        return mayEnter(db, account.providerAccountId, profile, context)
      },
    },
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, 'single sign-on failed'),
      warn: (code) => log.debug({ code }, 'next-auth warns'),
      debug: () => undefined,
    },
  }
}

function oidcProvider(oidc: NonNullable<Runtime['env']['oidc']>): OAuthConfig<OidcProfile> {
  return {
    id: oidcProviderId,
    name: new URL(oidc.issuer).hostname,
    type: 'oauth',
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    // Safe because mayEnter lets nobody near an existing account whose address the provider has not verified.
    allowDangerousEmailAccountLinking: true,
    profile: (profile) => ({
      id: String(profile.sub),
      name: profile.name ?? profile.preferred_username ?? profile.email ?? '',
      email: profile.email?.trim().toLowerCase() ?? '',
    }),
  }
}

/** Whether this identity may sign in: it is linked, or its verified address has an account, or it may make a new one. */
async function mayEnter(
  db: Runtime['db'],
  providerAccountId: string,
  profile: OidcProfile,
  context: SignInContext,
): Promise<boolean> {
  const linked = await findUserByAccount(db, { provider: oidcProviderId, providerAccountId })
  if (linked) return linked.disabledAt === null
  const email = toEmail(profile.email ?? '')
  if (!email.ok) return false
  const sameAddress = await findUserByEmail(db, email.value)
  if (sameAddress) return sameAddress.disabledAt === null && context.emailVerified
  return (await newcomerRight(db, { email: email.value, ...context })) !== null
}

/** The provider says that the address is this person's. Entra says it in a claim of its own. */
function isEmailVerified(profile: OidcProfile): boolean {
  return profile.email_verified === true || profile.xms_edov === true || String(profile.xms_edov) === '1'
}
