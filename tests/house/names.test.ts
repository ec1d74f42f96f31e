import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { operations } from '#contract/operations.ts'
import { exists, filesMatching, importsOf, sourceOf, sources } from './project.ts'

/** `ListJWTTemplates` is `list-jwt-templates`, `ListRedirectURLs` is `list-redirect-urls`. */
const kebab = (id: string) =>
  id.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z](?!\b))/g, '-').toLowerCase()
const camel = (id: string) => id.charAt(0).toLowerCase() + id.slice(1)
const names = operations.map((operation) => kebab(operation.id))

/** STYLE.md: "An operation has one spelling: contract, verb, test and page share a file name." */
for (const operation of operations) {
  const name = kebab(operation.id)
  test(`${name} is the name of contract, verb, test and page`, () => {
    const [contract, ...others] = filesMatching(`contract/*/${name}.ts`)
    assert.ok(contract && others.length === 0, `one contract/*/${name}.ts`)
    assert.match(sourceOf(contract), new RegExp(`export const ${camel(operation.id)} = operation\\(`))
    const [verb] = filesMatching(`server/*/${name}.ts`)
    assert.ok(verb, `no server/*/${name}.ts`)
    assert.match(sourceOf(verb), new RegExp(`export (async )?(function|const) ${camel(operation.id)}\\b`))
    assert.ok(filesMatching(`docs/reference/*/${name}.md`).length === 1, `no docs/reference/*/${name}.md`)
    // A test may stand in several files, `create-user-emails.test.ts`; the longest name of an operation owns it.
    const tests = filesMatching(`{tests/api,server/*}/${name}{,-*}.test.ts`).filter((file) => {
      const owners = names.filter((owner) => `${basename(file, '.test.ts')}-`.startsWith(`${owner}-`))
      return owners.every((owner) => owner.length <= name.length)
    })
    assert.ok(tests.length > 0, `no tests/api/${name}.test.ts`)
  })
}

/** STYLE.md: "No folder called utils, helpers, common, shared, core, lib or misc; no dead file." */
test('folders are named for what is in them', () => {
  const folders = new Set(filesMatching('**/*').flatMap((file) => file.split('/').slice(0, -1)))
  const banned = ['utils', 'util', 'helpers', 'common', 'shared', 'core', 'lib', 'misc', 'types']
  assert.deepEqual(
    banned.filter((name) => folders.has(name)),
    [],
  )
})

test('no file is dead: something imports it, starts it or names it', () => {
  const imported = new Set(sources.flatMap(importsOf))
  const others = [
    ...sources,
    ...filesMatching('bin/*.js'),
    ...filesMatching('{package.json,sdk/package.json,*.md,.ci/run}'),
  ]
  const texts = new Map(others.map((file) => [file, sourceOf(file)]))
  const isNamed = (file: string) =>
    [...texts].some(([other, text]) => other !== file && text.includes(`/${basename(file)}`)) ||
    [...texts].some(([other, text]) => other !== file && text.includes(`'${basename(file)}'`))
  const isEntry = (file: string) => /\.test\.ts$|^(bench|examples)\//.test(file)
  const dead = sources.filter((file) => !isEntry(file) && !imported.has(file) && !isNamed(file))
  assert.deepEqual(dead, [])
})

test('imports lead to files that exist', () => {
  const missing = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => /^(contract|server|tests|tools|bench|sdk)\//.test(target) && !exists(target))
      .map((target) => `${file} → ${target}`),
  )
  assert.deepEqual(missing, [])
})
