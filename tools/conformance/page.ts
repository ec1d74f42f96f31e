import type { Difference } from '#tests/conformance/difference.ts'
import { isBuilt, type PublishedOperation } from '#tests/conformance/organization-operations.ts'
import type { Group, Statement } from '#tests/conformance/statements/statement.ts'
import type { Unobserved } from '#tests/conformance/unobserved.ts'
import type { Engine } from '#tests/engines.ts'
import { type Evidence, proofsOf } from './evidence.ts'
import { engines, enginesOf } from './problems.ts'

const titlesShown = 6

const introduction = `# Conformance

What Bartleby promises to a client of Clerk's Backend API, and the tests that prove it.

Each row is one rule in our own words. Its name (\`CRT-6\`) is part of the names of the tests that prove it, so
\`npm test -- --only 'CRT-6'\` runs them. The columns *sqlite* and *postgres* count the tests that passed on that
engine; a test that needs no database counts for both, a skipped test for none. *Not yet* names what has to be
built before a rule can hold. [Deliberate differences](#deliberate-differences) from the hosted service stand at the end.

This page is generated from a run of all tests by \`npm test -- --update\`; \`npm test\` fails when it is out of date, when
a rule lacks a test, and when a test names a rule that is not listed here.`

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const asText = (title: string) =>
  title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('`', '\\`')
const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The versions of the official client run the same tests: one line tells of all of them, after our own. */
const client = /^@clerk\/backend [\d.]+ /
const merged = (title: string) => title.replace(client, '@clerk/backend, each version: ')
const clientsLast = (a: string, b: string) =>
  Number(a.startsWith('@')) - Number(b.startsWith('@')) || byName(a, b)

function titlesOf(evidence: Evidence, statement: Statement): string {
  const proofs = engines.flatMap((engine) => proofsOf(evidence, statement.id, engine))
  const titles = [...new Set(proofs.map((proof) => asText(merged(proof.title))))].sort(clientsLast)
  const more = titles.length - titlesShown
  return [...titles.slice(0, titlesShown), ...(more > 0 ? [`… and ${more} more`] : [])].join('<br>')
}

function statementRow(evidence: Evidence, statement: Statement): string {
  if (statement.notYet) return row(statement.id, statement.text, `*not yet: ${statement.notYet}*`, '', '')
  const count = (engine: Engine) =>
    enginesOf(statement).includes(engine) ? String(proofsOf(evidence, statement.id, engine).length) : '–'
  const text = statement.later ? `${statement.text} *Not yet: ${statement.later}.*` : statement.text
  return row(statement.id, text, titlesOf(evidence, statement), count('sqlite'), count('postgres'))
}

function groupSection(evidence: Evidence, group: Group): string {
  const title = group.operation ? `${group.title} (\`${group.operation}\`)` : group.title
  return [
    `## ${title}`,
    '',
    row('rule', 'statement', 'tests', 'sqlite', 'postgres'),
    '|---|---|---|--:|--:|',
    ...group.statements.map((statement) => statementRow(evidence, statement)),
  ].join('\n')
}

const differenceSection = (differences: readonly Difference[]) =>
  [
    '## Deliberate differences',
    '',
    'Where Bartleby does not do what the hosted service does, or where nothing public says what that is and we had to choose.',
    '',
    row('topic', 'Bartleby', 'Clerk', 'reason'),
    '|---|---|---|---|',
    ...differences.map(({ topic, ours, theirs, reason }) => row(topic, ours, theirs, reason)),
  ].join('\n')

const unobservedSection = (excuses: readonly Unobserved[]) =>
  [
    '## Refusals that no test meets',
    '',
    'Every other refusal that an operation declares has been answered at least once while these tests ran.',
    '',
    row('refusal', 'operations', 'reason'),
    '|---|---|---|',
    ...excuses.map(({ refusal, operations, reason }) => row(`\`${refusal}\``, operations.join(', '), reason)),
  ].join('\n')

const publishedSection = (published: readonly PublishedOperation[]) =>
  [
    '## Published operations of organizations',
    '',
    'All that the published files of 2026-05-12 list for organizations, invitations and lists of identifiers.',
    '',
    row('API', 'operation', 'address', 'built'),
    '|---|---|---|---|',
    ...published.map((one) =>
      row(one.api, one.id, `\`${one.address}\``, isBuilt(one) ? 'yes' : `no: ${one.why}`),
    ),
  ].join('\n')

function counts(evidence: Evidence, statements: readonly Statement[]): string {
  const now = statements.filter((statement) => !statement.notYet)
  const proved = (engine: Engine) => {
    const due = now.filter((statement) => enginesOf(statement).includes(engine))
    const done = due.filter((statement) => proofsOf(evidence, statement.id, engine).length > 0)
    return `${engine}: ${done.length} of ${due.length} proved`
  }
  const tests = evidence.proofs.filter((proof) => proof.passed).length
  return [
    '## Counts',
    '',
    `- ${statements.length} rules, ${now.length} of them due now, ${statements.length - now.length} not yet`,
    ...engines.map((engine) => `- ${proved(engine)}`),
    `- ${tests} passed tests name a rule`,
  ].join('\n')
}

/** The whole page. The same evidence always gives the same bytes: no dates, durations or machines. */
export function conformancePage(
  groups: readonly Group[],
  differences: readonly Difference[],
  excuses: readonly Unobserved[],
  evidence: Evidence,
  published: readonly PublishedOperation[] = [],
): string {
  const statements = groups.flatMap((group) => group.statements)
  const sections = [
    introduction,
    ...groups.map((group) => groupSection(evidence, group)),
    ...(published.length > 0 ? [publishedSection(published)] : []),
    differenceSection(differences),
    ...(excuses.length > 0 ? [unobservedSection(excuses)] : []),
    counts(evidence, statements),
  ]
  return `${sections.join('\n\n')}\n`
}
