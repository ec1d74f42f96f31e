import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { operations } from '#contract/operations.ts'
import { differences } from '#tests/conformance/differences.ts'
import { organizationOperations } from '#tests/conformance/organization-operations.ts'
import { groups, statements } from '#tests/conformance/statements/every.ts'
import { unobserved } from '#tests/conformance/unobserved.ts'
import { readEvidence } from './conformance/evidence.ts'
import { conformancePage } from './conformance/page.ts'
import { problemsOf } from './conformance/problems.ts'

const page = resolve(import.meta.dirname, '..', 'docs', 'conformance.md')

/** The tests note operations of the Frontend API with a prefix: some are spelled like those of the Backend API. */
const frontendPromises = () =>
  frontendOperations.map(({ id, refusals }) => ({ id: `frontend:${id}`, refusals }))

function committed(): string {
  try {
    return readFileSync(page, 'utf8')
  } catch {
    return ''
  }
}

/** Checks the run that left `results` against the list of statements, and the page in docs/ against both. */
export function conformance(results: string, update: boolean): boolean {
  const evidence = readEvidence(results)
  const problems = problemsOf(statements, [...operations, ...frontendPromises()], unobserved, evidence)
  const generated = conformancePage(groups, differences, unobserved, evidence, organizationOperations)
  if (update) writeFileSync(page, generated)
  else if (committed() !== generated)
    problems.push('docs/conformance.md is not what these tests show: run `npm test -- --update`')
  console.log(
    problems.length === 0
      ? `✓ conformance: ${statements.length} statements`
      : `✗ conformance:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  )
  return problems.length === 0
}

if (import.meta.main) {
  const [results, ...flags] = process.argv.slice(2)
  if (!results || flags.some((flag) => flag !== '--update')) {
    console.error('node tools/conformance.ts <results folder of a whole run> [--update]')
    process.exit(2)
  }
  process.exitCode = conformance(resolve(results), flags.includes('--update')) ? 0 : 1
}
