import { randomBytes } from 'node:crypto'
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { done, problem, type Result } from '#lib/result.ts'

/** In characters. */
export const shortestPassword = 10

/** In characters: longer ones only cost memory. */
const longestPassword = 1000

// Argon2id, 19 MiB, two passes: the OWASP recommendation. The package's enum is declared const, which isolated modules cannot read.
const argon2id = 2 as Algorithm.Argon2id
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Whether someone may choose this password: only its length counts. */
export function checkPassword(password: string): Result {
  const length = [...password].length
  if (length < shortestPassword) return problem('account.password-short', { min: shortestPassword })
  return length > longestPassword ? problem('args.invalid', { name: 'password' }) : done
}

/** The argon2id hash to store, in its PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options)

let hashOfNobody: Promise<string> | undefined

/** Whether `password` belongs to `stored`; as slow for an account that does not exist (null) as for one that does. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(
    stored ?? (await hashOfNobody),
    password.slice(0, longestPassword * 2).normalize('NFKC'),
  )
  return matches && stored !== null
}
