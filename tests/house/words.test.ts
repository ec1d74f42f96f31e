import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesMatching, sourceOf, sources } from './project.ts'

/** STYLE.md: what a stranger cannot know, or must not see, stays out of the project. */
const forbidden: [RegExp, string][] = [
  [/\bissue #?\d|\bissues show\b/i, 'numbers of an issue tracker that readers do not have'],
  [/\/(root|home|tmp|work)\/\w|[A-Z]:\\Users/, 'paths of one machine'],
  [/\bregistry\.[a-z]+\.(com|org)\b/, 'hosts that packages come from'],
  [/\bTODO\b|\bFIXME\b|\bXXX\b/, 'work left undone'],
  [/sk_(test|live)_[0-9A-Za-z]{40,}(?![0-9A-Za-z]*…)/, 'what looks like a real key'],
]

const files = filesMatching(
  '{*,.ci/*,{bin,contract,server,sdk,tests,tools,bench,docs,examples}/**/*}',
).filter((file) => /\.(ts|js|mjs|json|md|css|html|sh|yml)$|\/run$/.test(file))
const exempt = ['package-lock.json', 'tests/house/words.test.ts']

test('no file speaks of what its readers cannot see', () => {
  const found = files
    .filter((file) => !exempt.includes(file))
    .flatMap((file) => {
      const text = sourceOf(file)
      return forbidden.flatMap(([pattern, what]) => {
        const match = pattern.exec(text)
        return match ? [`${file}: ${JSON.stringify(match[0])}: ${what}`] : []
      })
    })
  assert.deepEqual(found, [])
})

/** STYLE.md: a test that does not run proves nothing. */
test('no test is switched off or runs alone', () => {
  const found = sources
    .filter((file) => file.startsWith('tests/') || file.endsWith('.test.ts'))
    .filter((file) => file !== 'tests/house/words.test.ts')
    .filter((file) =>
      /\b(test|suite|describe|it)\.(only|skip|todo)\b|\b(only|todo): true\b|\bskip: true\b/.test(
        sourceOf(file),
      ),
    )
  assert.deepEqual(found, [])
})
