import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesMatching, importsOf, sourceOf, sources, specifiersOf } from './project.ts'

/** STYLE.md: "Imports point inward." */
const below = (folder: string) => sources.filter((file) => file.startsWith(`${folder}/`))
const isTest = (file: string) => file.endsWith('.test.ts')
const domains = [
  'users',
  'credentials',
  'keys',
  'events',
  'limits',
  'settings',
  'images',
  'sessions',
  'mail',
  'frontend',
  'organizations',
  'roles',
  'instance-settings',
]
const http = /^(fastify$|@fastify\/|node:https?$)/
const sql = /^(kysely$|pg$|node:sqlite$)/

/** The imports of the files that are not allowed, as `file → import`. */
const offences = (files: string[], isForbidden: (target: string, file: string) => boolean) =>
  files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => isForbidden(target, file))
        .map((target) => `${file} → ${target}`),
    )

test('the contract imports the contract and typebox, nothing else', () => {
  assert.deepEqual(
    offences(below('contract'), (target) => !/^(contract\/|typebox(\/|$))/.test(target)),
    [],
  )
})

test('domain folders know neither HTTP nor SQL', () => {
  const forbidden = (target: string) =>
    /^server\/(http|storage|cli)\//.test(target) || http.test(target) || sql.test(target)
  for (const domain of domains) assert.deepEqual(offences(below(`server/${domain}`), forbidden), [])
  const top = sources.filter((file) => /^server\/[^/]+\.ts$/.test(file))
  const inner = top.filter((file) => !/\/(bartleby|main)\.ts$/.test(file))
  assert.deepEqual(offences(inner, forbidden), [])
})

test('the edges do not know each other', () => {
  const edges: [string, (target: string) => boolean][] = [
    ['server/storage', (target) => /^server\/(http|cli)\//.test(target) || http.test(target)],
    ['server/http', (target) => /^server\/(storage|cli)\//.test(target) || sql.test(target)],
  ]
  for (const [folder, forbidden] of edges) assert.deepEqual(offences(below(folder), forbidden), [])
})

/** The one dependency of the SDK, of the one entry that checks tokens. */
const isOfTokens = (file: string, target: string) => file.startsWith('sdk/src/tokens/') && target === 'jose'

test('the SDK imports the SDK, nothing else: it is installed alone, and browsers can read it', () => {
  const generated = filesMatching('sdk/src/generated/*.ts')
  assert.ok(generated.length > 0)
  assert.deepEqual(
    offences(
      [...below('sdk'), ...generated],
      (target, file) => !target.startsWith('sdk/src/') && !isOfTokens(file, target),
    ),
    [],
  )
  const clients = below('server').filter((file) =>
    importsOf(file).some((target) => target.startsWith('sdk/')),
  )
  assert.deepEqual(
    clients.filter((file) => !file.startsWith('server/cli/')),
    [],
  )
})

test('what is shipped imports no test and no tool', () => {
  const shipped = [...below('contract'), ...below('server')]
  assert.deepEqual(
    offences(shipped, (target) => /^(tests|tools|bench)\//.test(target)),
    [],
  )
})

test('only server/main.ts reads the environment', () => {
  // Examples in the contract name it inside of texts.
  const code = (file: string) => sourceOf(file).replaceAll(/'[^'\n]*'|`[^`]*`/g, "''")
  const readers = [...below('server'), ...below('contract')].filter(
    (file) => !isTest(file) && /\bprocess\.env\b|\{[^}]*\benv\b[^}]*\} = process\b/.test(code(file)),
  )
  assert.deepEqual(readers, ['server/main.ts'])
})

test('imports name the file, with its extension', () => {
  const wrong = sources.flatMap((file) =>
    specifiersOf(file)
      .filter((specifier) => /^[.#]/.test(specifier) && !/\.(ts|js|json)$/.test(specifier))
      .map((specifier) => `${file} → ${specifier}`),
  )
  assert.deepEqual(wrong, [])
})
