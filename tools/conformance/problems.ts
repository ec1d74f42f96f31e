import type { Operation } from '#contract/operation.ts'
import { type RefusalName, refusals } from '#contract/refusals.ts'
import type { Statement } from '#tests/conformance/statements/statement.ts'
import { neverSucceeding, type Unobserved } from '#tests/conformance/unobserved.ts'
import type { Engine } from '#tests/engines.ts'
import { type Evidence, proofsOf } from './evidence.ts'

export const engines: readonly Engine[] = ['sqlite', 'postgres']
export const enginesOf = (statement: Statement): readonly Engine[] =>
  statement.only ? [statement.only] : engines

const groupOf = (id: string) => id.slice(0, 3)
const numberOf = (id: string) => Number(id.slice(4))

/** Every group is numbered 1 to n: a gap is a statement that somebody forgot or dropped. */
export function gaps(statements: readonly Statement[]): string[] {
  const problems: string[] = []
  const last = new Map<string, number>()
  for (const { id } of statements) {
    const expected = (last.get(groupOf(id)) ?? 0) + 1
    if (numberOf(id) !== expected) problems.push(`${id} stands where ${groupOf(id)}-${expected} is due`)
    last.set(groupOf(id), numberOf(id))
  }
  return problems
}

function uncovered(statement: Statement, evidence: Evidence): string[] {
  const { id, notYet } = statement
  const named = evidence.proofs.some((proof) => proof.ids.includes(id))
  if (notYet) return named ? [`${id} is tested, yet listed as "not yet: ${notYet}"`] : []
  const bare = enginesOf(statement).filter((engine) => proofsOf(evidence, id, engine).length === 0)
  return bare.length > 0 ? [`${id} has no passing test on ${bare.join(' and ')}: ${statement.text}`] : []
}

const codeOf = (name: RefusalName) => {
  const row: object = refusals[name]
  return 'code' in row ? String(row.code) : name
}

/** What must have been met of an operation, by the name that the tests note it under. */
export type Promised = Pick<Operation, 'id' | 'refusals'>

/** A success or a refusal that an operation declares and no test has met is a promise without proof. */
function unmet(
  operations: readonly Promised[],
  excuses: readonly Unobserved[],
  evidence: Evidence,
): string[] {
  const excused = (operation: string, refusal: string) =>
    excuses.some((excuse) => excuse.refusal === refusal && excuse.operations.includes(operation))
  const never = operations.filter(({ id }) => !evidence.observed.has(`${id} 200`) && !(id in neverSucceeding))
  const refused = operations.flatMap(({ id, refusals: declared }) =>
    declared
      .filter((refusal) => !evidence.observed.has(`${id} ${codeOf(refusal)}`) && !excused(id, refusal))
      .map((refusal) => `${id} declares ${refusal}, but no test has met it`),
  )
  return [...never.map(({ id }) => `${id} has succeeded in no test`), ...refused]
}

function unlisted(statements: readonly Statement[], evidence: Evidence): string[] {
  const listed = new Set(statements.map((statement) => statement.id))
  return evidence.proofs.flatMap((proof) =>
    proof.ids.filter((id) => !listed.has(id)).map((id) => `${proof.file} names ${id}, which nobody listed`),
  )
}

/** Why the contract does not count as proved; empty when it does. */
export function problemsOf(
  statements: readonly Statement[],
  operations: readonly Promised[],
  excuses: readonly Unobserved[],
  evidence: Evidence,
): string[] {
  const problems = [
    ...gaps(statements),
    ...unlisted(statements, evidence),
    ...statements.flatMap((statement) => uncovered(statement, evidence)),
    ...unmet(operations, excuses, evidence),
  ]
  return [...new Set(problems)]
}
