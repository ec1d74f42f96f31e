import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '#tests/engines.ts'
import type { TestResult } from '../test/run-file.ts'

/** One test that names rules: `[CRT-1 CRT-5] the first address is primary (sqlite)`. */
export interface Proof {
  readonly ids: readonly string[]
  /** Without rules and engine. */
  readonly title: string
  readonly file: string
  /** Undefined where the engine plays no part; such a test counts for both. */
  readonly engine: Engine | undefined
  readonly passed: boolean
}

/** What a run of all tests has shown. */
export interface Evidence {
  readonly proofs: readonly Proof[]
  /** `CreateUser form_identifier_exists` for every refusal, `CreateUser 200` for every success that was met. */
  readonly observed: ReadonlySet<string>
}

const ruleName = /^\[([A-Z]{3}-\d+(?: [A-Z]{3}-\d+)*)\] (.+?)(?: \((sqlite|postgres)\))?$/

function proofOf(result: TestResult): Proof | undefined {
  // Of a test inside another one the own name counts.
  const name = result.name.split(' > ').find((part) => part.startsWith('['))
  const parts = name && ruleName.exec(name)
  if (!parts || result.outcome === 'skip') return undefined
  return {
    ids: parts[1]!.split(' '),
    title: parts[2]!,
    file: result.file,
    engine: parts[3] as Engine | undefined,
    passed: result.outcome === 'pass',
  }
}

export function readEvidence(results: string): Evidence {
  const tests = JSON.parse(readFileSync(join(results, 'tests.json'), 'utf8')) as TestResult[]
  const lines = globSync('observed-*.txt', { cwd: results }).flatMap((file) =>
    readFileSync(join(results, file), 'utf8').split('\n'),
  )
  return {
    proofs: tests.flatMap((test) => proofOf(test) ?? []),
    observed: new Set(lines.filter((line) => line !== '')),
  }
}

/** The tests that prove the rule on that engine. */
export const proofsOf = (evidence: Evidence, id: string, engine: Engine): Proof[] =>
  evidence.proofs.filter(
    (proof) => proof.passed && proof.ids.includes(id) && (proof.engine ?? engine) === engine,
  )
