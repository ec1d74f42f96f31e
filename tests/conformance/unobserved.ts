import type { RefusalName } from '#contract/refusals.ts'

/** A refusal that operations declare and that no test can bring about, with the reason. */
export interface Unobserved {
  readonly refusal: RefusalName
  /** Operation ids. */
  readonly operations: readonly string[]
  readonly reason: string
}

export const unobserved: readonly Unobserved[] = []
