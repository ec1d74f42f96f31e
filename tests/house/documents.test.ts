import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { test } from 'node:test'
import { exists, filesMatching, sourceOf } from './project.ts'

const documents = filesMatching('{*,docs/**/*,examples/**/*}.md')

test('links between documents lead somewhere', () => {
  const dead: string[] = []
  for (const file of documents)
    for (const [, link] of sourceOf(file).matchAll(/\]\(([^)\s]+)\)/g)) {
      const target = link!.split('#')[0]!
      if (/^[a-z]+:/.test(link!) || target === '') continue
      if (!exists(posix.join(posix.dirname(file), target))) dead.push(`${file}: ${link}`)
    }
  assert.deepEqual(dead, [])
})

test('files that a document names exist', () => {
  const path =
    /`((?:contract|server|sdk|tests|tools|bench|docs|examples|bin)\/[\w./-]+\.(?:ts|js|mjs|md|json))`/g
  const dead = documents.flatMap((file) =>
    [...sourceOf(file).matchAll(path)]
      .filter(([, name]) => !exists(name!))
      .map(([, name]) => `${file}: ${name}`),
  )
  assert.deepEqual(dead, [])
})
