import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { done, problem, type Result } from '#lib/result.ts'

const window = 15 * 60

/** Counts failures to sign in, so that guessing passwords takes years. */
export type Attempts = {
  /** `attempts.too-many` with `minutes` while this address, or this network address, has failed too often. */
  readonly check: (email: string, ip: string) => Promise<Result>
  readonly failed: (email: string, ip: string) => Promise<void>
  readonly succeeded: (email: string, ip: string) => Promise<void>
}

/** In 15 minutes: ten failures for an account from one network address, a hundred for it in all, two hundred from one network address (a hospital may share one). */
export function createAttempts(): Attempts {
  const pair = new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: window })
  const account = new RateLimiterMemory({ keyPrefix: 'account', points: 100, duration: window })
  const network = new RateLimiterMemory({ keyPrefix: 'network', points: 200, duration: window })
  const counters = (email: string, ip: string) =>
    [
      [pair, JSON.stringify([email, ip])],
      [account, email],
      [network, ip],
    ] as const
  return {
    check: async (email, ip) => {
      for (const [limiter, key] of counters(email, ip)) {
        const state = await limiter.get(key)
        if (state && state.consumedPoints >= limiter.points)
          return problem('attempts.too-many', { minutes: Math.ceil(state.msBeforeNext / 60_000) })
      }
      return done
    },
    failed: async (email, ip) => {
      for (const [limiter, key] of counters(email, ip)) await limiter.consume(key).catch(ignoreExceeded)
    },
    succeeded: async (email, ip) => {
      await pair.delete(JSON.stringify([email, ip]))
    },
  }
}

/** The limiter rejects with the state when the limit is passed; `check` reports that at the next attempt. */
function ignoreExceeded(reason: unknown): void {
  if (!(reason instanceof RateLimiterRes)) throw reason
}
