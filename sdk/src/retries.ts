import type { Deadline } from './deadline.ts'
import { type BartlebyError, ConnectionError, RateLimitError, ServerError } from './errors.ts'

export interface Attempts {
  /** The request only reads: made twice, it does what it does once. */
  readonly isSafe: boolean
  readonly maxRetries: number
  readonly deadline: Deadline
}

const firstWaitMs = 500
const waitMsMax = 8_000

/**
 * A request that the rate limit has refused was not carried out, whatever it is. Of anything else nobody knows
 * whether it was, so that only reading is repeated.
 */
function mayPass(error: unknown, isSafe: boolean): error is BartlebyError {
  if (error instanceof RateLimitError) return true
  if (!isSafe) return false
  return error instanceof ServerError || (error instanceof ConnectionError && error.reason === 'network')
}

/** Doubles from time to time, and differs from caller to caller: those who failed together do not return together. */
function backoffMs(retry: number): number {
  const longest = Math.min(waitMsMax, firstWaitMs * 2 ** retry)
  return longest * (0.5 + Math.random() / 2)
}

/** Runs `attempt` until it succeeds, fails for good, or its next try would come after the deadline. */
export async function withRetries<T>(attempts: Attempts, attempt: () => Promise<T>): Promise<T> {
  const { isSafe, maxRetries, deadline } = attempts
  for (let retry = 0; ; retry++) {
    try {
      return await attempt()
    } catch (error) {
      if (retry >= maxRetries || !mayPass(error, isSafe)) throw error
      const waitMs = Math.max(backoffMs(retry), (error.retryAfter ?? 0) * 1000)
      if (waitMs >= deadline.remainingMs()) throw error
      await deadline.wait(waitMs)
    }
  }
}
