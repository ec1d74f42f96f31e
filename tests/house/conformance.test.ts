import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { operations } from '#contract/operations.ts'
import { groups, statements } from '#tests/conformance/statements/every.ts'
import type { Statement } from '#tests/conformance/statements/statement.ts'
import { unobserved } from '#tests/conformance/unobserved.ts'
import { type Evidence, readEvidence } from '../../tools/conformance/evidence.ts'
import { conformancePage } from '../../tools/conformance/page.ts'
import { gaps, problemsOf } from '../../tools/conformance/problems.ts'

test('the groups of statements have no gap, and each operation has one', () => {
  assert.deepEqual(gaps(statements), [])
  assert.deepEqual(
    groups.flatMap(({ operation }) => operation ?? []).sort(),
    operations.map(({ id }) => id).sort(),
  )
})

const promises = [
  ...operations,
  ...frontendOperations.map(({ id, refusals }) => ({ id: `frontend:${id}`, refusals })),
]

test('an excuse names a refusal that the operation declares', () => {
  for (const { refusal, operations: excused } of unobserved)
    for (const id of excused)
      assert.ok(promises.find((promise) => promise.id === id)?.refusals.includes(refusal), `${id} ${refusal}`)
})

/** What a run left, made of the names of its tests. */
function evidenceOf(names: string[], outcome = 'pass', observed = ''): Evidence {
  const folder = mkdtempSync(join(tmpdir(), 'bartleby-evidence-'))
  try {
    const results = names.map((name) => ({ file: 'a.test.ts', name, outcome, ms: 1 }))
    writeFileSync(join(folder, 'tests.json'), JSON.stringify(results))
    writeFileSync(join(folder, 'observed-1.txt'), observed)
    return readEvidence(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const some: Statement[] = [
  { id: 'ABC-1', text: 'one' },
  { id: 'ABC-2', text: 'two', notYet: 'needs x' },
  { id: 'ABC-3', text: 'three', only: 'sqlite' },
]
const problems = (names: string[], outcome?: string, list = some) =>
  problemsOf(list, [], [], evidenceOf(names, outcome))

test('a statement needs a passing test on each engine', () => {
  const three = '[ABC-3] it holds (sqlite)'
  assert.deepEqual(problems(['[ABC-1] it holds (sqlite)', '[ABC-1] it holds (postgres)', three]), [])
  assert.deepEqual(problems(['[ABC-1 ABC-3] without an engine it counts for both']), [])
  assert.deepEqual(problems(['[ABC-1] it holds (sqlite)', three]), [
    'ABC-1 has no passing test on postgres: one',
  ])
  for (const outcome of ['skip', 'fail'])
    assert.equal(problems(['[ABC-1 ABC-3] it holds'], outcome).length, 2, outcome)
  assert.deepEqual(problems(['a suite > [ABC-1 ABC-3] a test inside of it']), [])
})

test('a rule that nobody listed, a gap, and a test of what is not there yet are told', () => {
  const all = '[ABC-1 ABC-3] both'
  assert.match(problems([all, '[XYZ-1] unheard of'])[0]!, /names XYZ-1, which nobody listed/)
  assert.match(problems([all, '[ABC-2] too early'])[0]!, /ABC-2 is tested, yet listed/)
  assert.match(problems([all], 'pass', some.toSpliced(1, 1))[0]!, /ABC-3 stands where ABC-2 is due/)
})

test('a declared refusal must have been met or be excused', () => {
  const [create] = operations.filter(({ id }) => id === 'CreateUser')
  const declared = [...create!.refusals, '200'].map((code) => `CreateUser ${code}\n`)
  const met = (lines: string[], excuses = unobserved) =>
    problemsOf([], [create!], excuses, evidenceOf([], 'pass', lines.join('')))
  assert.deepEqual(met(declared), [])
  assert.match(met(declared.slice(1))[0]!, new RegExp(`declares ${create!.refusals[0]}, but no test`))
  assert.deepEqual(met(declared.slice(0, -1)), ['CreateUser has succeeded in no test'])
  const excuse = { refusal: create!.refusals[0]!, operations: ['CreateUser'], reason: 'for this test' }
  assert.deepEqual(met(declared.slice(1), [excuse]), [])
})

test('the page is the same whatever the order and duration of the tests', () => {
  const names = ['[ABC-1] b (sqlite)', '[ABC-1] a (sqlite)', '[ABC-3] c|d']
  const page = (order: string[]) =>
    conformancePage([{ title: 'Some', statements: some }], [], [], evidenceOf(order))
  assert.equal(page(names), page(names.toReversed()))
  assert.match(page(names), /\| ABC-1 \| one \| a<br>b \| 2 \| 0 \|/)
  assert.match(page(names), /\| ABC-2 \| two \| \*not yet: needs x\* \| {2}\| {2}\|/)
  assert.match(page(names), /\| ABC-3 \| three \| c\\\|d \| 1 \| – \|/)
})
