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
    refusal: 'resource_locked',
    operations: ['DeleteUser', 'UpdateUserMetadata', 'ReplaceUserMetadata'],
    reason:
      'Takes another transaction that holds the row for seconds. UPD-14 proves it at UpdateUser, which takes the same path.',
  },
]
