import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { problem, type Result } from '#lib/result.ts'
import { type RequestUser, requestUser } from '#server/auth/request-user.ts'
import { runtime } from '#server/runtime.ts'

/** Who looks at the page; null for someone who is not signed in. */
export async function currentPerson(): Promise<RequestUser | null> {
  return requestUser(runtime(), await headers())
}

/** Who looks at the page; strangers are led to the sign-in page and come back to `path` from there. */
export async function requirePerson(path: string): Promise<RequestUser> {
  return (await currentPerson()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/** Does `work` for who is signed in, else answers `session.missing`. */
export async function asPerson<T>(work: (person: RequestUser) => Promise<Result<T>>): Promise<Result<T>> {
  const person = await currentPerson()
  return person ? work(person) : problem('session.missing')
}

/** Does `work` for an administrator; anyone else gets `right.missing`. */
export function asAdministrator<T>(work: (person: RequestUser) => Promise<Result<T>>): Promise<Result<T>> {
  return asPerson(async (person) => (person.isAdmin ? work(person) : problem('right.missing')))
}
