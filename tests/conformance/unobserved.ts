import type { RefusalName } from '#contract/refusals.ts'

/** A refusal that operations declare and that no test can bring about, with the reason. */
export interface Unobserved {
  readonly refusal: RefusalName
  /** Operation ids. */
  readonly operations: readonly string[]
  readonly reason: string
}

export const unobserved: readonly Unobserved[] = [
  {
    refusal: 'client_state_invalid',
    operations: ['frontend:createSignIn'],
    reason: 'Only when another request moves the new attempt on between its two steps.',
  },
  {
    refusal: 'verification_expired',
    operations: ['frontend:resetPassword'],
    reason: 'Only when the password changes between the look at the user and the write.',
  },
]

/** Operations that no caller can succeed with yet, with the reason. */
export const neverSucceeding: Readonly<Record<string, string>> = {
  'frontend:prepareSignInFactorTwo': 'Neither second factor that exists has anything to prepare.',
}
