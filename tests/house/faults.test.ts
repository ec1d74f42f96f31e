import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statements } from '#tests/conformance/statements/every.ts'
import { faults } from '#tests/faults/faults.ts'
import { exists, sourceOf } from './project.ts'

/** STYLE.md: "Every seeded fault turns its rule's test red." That takes minutes; here, what can be seen at once. */
test('each fault finds its line once, and tests that name its rule', () => {
  const due = new Set(statements.filter(({ notYet }) => !notYet).map(({ id }) => id))
  const problems = faults.flatMap(({ file, find, replace, rule, tests }) => {
    const times = exists(file) ? sourceOf(file).split(find).length - 1 : 0
    const named = tests.some((one) => exists(one) && new RegExp(`\\b${rule}\\b`).test(sourceOf(one)))
    return [
      ...(times === 1 ? [] : [`${file} has ${times} times: ${find}`]),
      ...(find === replace ? [`${file}: changes nothing: ${find}`] : []),
      ...(due.has(rule) ? [] : [`${rule} is no statement that has a test`]),
      ...(named ? [] : [`${rule} is named by none of ${tests.join(', ')}`]),
    ]
  })
  assert.deepEqual(problems, [])
})

test('there are faults in every part of the server', () => {
  assert.ok(faults.length >= 30, `${faults.length} faults`)
  for (const folder of ['server/users/', 'server/storage/', 'server/http/', 'server/limits/'])
    assert.ok(
      faults.some(({ file }) => file.startsWith(folder)),
      folder,
    )
})
