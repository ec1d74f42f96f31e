import assert from 'node:assert/strict'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { exampleOf, examples } from '#contract/examples.ts'
import { operations } from '#contract/operations.ts'
import { generatedDifferences, generatedFiles } from '../../tools/generate/generated-files.ts'

const files = generatedFiles()

test('docs/reference and sdk/src/generated are what the contract makes of them', () => {
  assert.deepEqual(generatedDifferences(files), [], 'run `npm run generate` and commit the result')
})

test('each operation has a page, and an example that belongs to it', () => {
  for (const operation of operations) assert.ok(exampleOf(operation, 'http://127.0.0.1:4747'))
  const ids = new Set(operations.map(({ id }) => id))
  assert.deepEqual(
    Object.keys(examples).filter((id) => !ids.has(id)),
    [],
    'examples of operations that do not exist',
  )
  const pages = [...files.keys()].filter((path) => /^docs\/reference\/[^/]+\//.test(path))
  assert.equal(pages.length, operations.length)
})

/** As GitHub makes it from a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

test('every link between the pages leads to a page, and to a heading on it', () => {
  const dead: string[] = []
  for (const [path, text] of files) {
    if (!path.endsWith('.md')) continue
    for (const [, to] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      const [file, anchor] = to!.split('#')
      const target = files.get(normalize(join(dirname(path), file!)).replaceAll('\\', '/'))
      const headings = [...(target ?? '').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!))
      if (target === undefined || (anchor && !headings.includes(anchor))) dead.push(`${path}: ${to}`)
    }
  }
  assert.deepEqual(dead, [])
})
