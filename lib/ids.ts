/** A new time-ordered identifier (UUIDv7, RFC 9562): 48 bits of milliseconds, then randomness. Sorts by creation time. */
export function newId(
  now: number = Date.now(),
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(random, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Twelve random letters and digits: the id of a node or link inside one board. 62^12 leaves collisions out of reach at board sizes. */
export function newLocalId(random: Uint8Array = crypto.getRandomValues(new Uint8Array(12))): string {
  return Array.from(random, (byte) => alphabet[byte % alphabet.length]).join('')
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether `text` has the shape of a board, user or session id. */
export const isUuid = (text: string): boolean => uuid.test(text)
