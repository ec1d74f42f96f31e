import type { StoredCode } from '#server/credentials/code-store.ts'

/** A code that was mailed to an address, and what has come of it. */
export interface EmailVerification {
  readonly code: StoredCode
  readonly status: 'unverified' | 'verified' | 'expired' | 'failed'
}
