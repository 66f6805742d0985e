import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits in URL-safe letters, and the hash that alone is stored. */
export function newSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, hash: hashSecret(secret) }
}

/** SHA-256 in hex: enough for secrets with this much randomness. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
