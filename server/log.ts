import { destination, type Logger, pino } from 'pino'

export type { Logger }

/** Structured lines on standard error; standard output carries only the address. Secrets that pass by are blanked. */
export function createLog(level: string): Logger {
  const redact = ['password', 'token', 'secret', 'req.headers.cookie', 'req.headers.authorization']
  return pino({ level, base: null, redact }, destination({ dest: 2, sync: true }))
}
