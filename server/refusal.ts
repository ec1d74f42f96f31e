import type { RefusalName } from '#contract/refusals.ts'

/** One thing that is wrong with a request. `details` fill the texts; `param` and `meta` reach the caller. */
export interface Problem {
  readonly name: RefusalName
  readonly details: Readonly<Record<string, string | number>>
  readonly meta?: Readonly<Record<string, unknown>>
}

export type Details = Record<string, string | number>

/** Names a problem; `param` in the details becomes `meta.param_name`. */
export const problem = (
  name: RefusalName,
  details: Details = {},
  meta?: Record<string, unknown>,
): Problem => ({
  name,
  details,
  meta,
})

/** A failure that is the caller's to act on. Anything else that is thrown is a bug of ours. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]
  /** Whole seconds after which the same request may succeed. */
  readonly retryAfterSeconds: number | undefined
  /** JSON of what the caller must know beside the failure; becomes `meta.client`. */
  client: string | undefined

  constructor(
    name: RefusalName,
    details?: Details,
    meta?: Record<string, unknown>,
    retryAfterSeconds?: number,
  ) {
    super(name)
    this.problems = [problem(name, details, meta)]
    this.retryAfterSeconds = retryAfterSeconds
  }

  /** Several problems of one request, told together. They must share a status. */
  static all(problems: readonly Problem[]): Refusal {
    const refusal = new Refusal(problems[0]!.name)
    Object.assign(refusal, { problems })
    return refusal
  }
}

/** Throws if anything was found. */
export function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw Refusal.all(problems)
}
