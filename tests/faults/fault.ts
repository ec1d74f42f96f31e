import type { Engine } from '#tests/engines.ts'

/** A breakage of one line and the rule whose test must notice it. */
export interface Fault {
  readonly file: string
  /** Occurs exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** The id of the rule, as in `tests/conformance/statements/`. */
  readonly rule: string
  /** The test files that run. */
  readonly tests: readonly string[]
  /** Which of their tests; those that name the rule unless given. */
  readonly pattern?: string
  /** SQLite unless given. */
  readonly engine?: Engine
}
