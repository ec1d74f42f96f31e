import type { Engine } from '#tests/engines.ts'

/** One promise of the API that a test can prove. A test names it: `[CRT-1] … (sqlite)`. */
export interface Statement {
  /** Three letters and a number; the numbers of a group have no gap. */
  readonly id: string
  readonly text: string
  /** What must exist before it can be tested. Such a statement has no test yet. */
  readonly notYet?: string
  /** The part of a tested statement that waits for something else. */
  readonly later?: string
  /** Only this engine can have it. */
  readonly only?: Engine
}

export interface Group {
  readonly title: string
  /** The operation of the contract that all statements of the group are about. */
  readonly operation?: string
  readonly statements: readonly Statement[]
}
