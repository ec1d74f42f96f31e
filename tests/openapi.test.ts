import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { Type } from 'typebox'
import { namedSchemas } from '#contract/openapi/schemas.ts'
import { openApiDocument } from '#contract/openapi.ts'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { everyBody, everywhere, type RefusalName, refusals } from '#contract/refusals.ts'
import { named } from '#contract/shapes.ts'
import { documentSchema } from '#tests/openapi-rules.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests look into a document of any shape
type Any = any
const document: Any = openApiDocument({ serverUrl: 'https://users.example.com', version: '1.2.3' })

const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
ajv.addSchema(document, 'document')

const pointer = (...segments: (string | number)[]) =>
  `document#/${segments.map((one) => encodeURIComponent(String(one).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

/** Calls back with every object of the document and where it stands. */
function walk(value: Any, visit: (value: Any, path: string[]) => void, path: string[] = []): void {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value)) visit(value, path)
  for (const [key, inner] of Object.entries(value)) walk(inner, visit, [...path, key])
}

const isExample = (path: string[]) =>
  path.some((key, i) => key === 'example' || (key === 'value' && path[i - 2] === 'examples'))

const partOf = ({ path, method }: Operation): Any => document.paths[path][method.toLowerCase()]

test('the document keeps the rules of OpenAPI 3.1', () => {
  const check = ajv.compile(documentSchema)
  assert.ok(check(document), ajv.errorsText(check.errors, { separator: '\n' }))
})

test('the document is plain JSON: writing and reading it changes nothing', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document)
})

test('every reference leads somewhere', () => {
  walk(document, (value, path) => {
    if (typeof value.$ref !== 'string' || isExample(path)) return
    assert.match(value.$ref, /^#\//, path.join('/'))
    const target = value.$ref
      .slice(2)
      .split('/')
      .reduce((found: Any, key: string) => found?.[key], document)
    assert.ok(target, `${path.join('/')}: ${value.$ref}`)
  })
})

test('every operation of the contract is there once, and nothing else is', () => {
  const parts = Object.values<Any>(document.paths).flatMap((item) => Object.values<Any>(item))
  assert.deepEqual(parts.map((part) => part.operationId).sort(), operations.map(({ id }) => id).sort())
  for (const operation of operations) {
    const part = partOf(operation)
    assert.equal(part.operationId, operation.id)
    assert.deepEqual(part['x-roles'], operation.roles)
    assert.ok(document.tags.some(({ name }: Any) => name === part.tags[0]))
  }
})

test('the parameters of a path are declared, and only those', () => {
  for (const operation of operations) {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = partOf(operation).parameters.filter((one: Any) => one.in === 'path')
    assert.deepEqual(
      declared.map(({ name }: Any) => name),
      inPath,
    )
    assert.ok(declared.every((one: Any) => one.required === true))
  }
})

test('lists in a query repeat the key', () => {
  let lists = 0
  for (const operation of operations)
    for (const one of partOf(operation).parameters)
      if (one.schema?.type === 'array') {
        lists++
        assert.deepEqual([one.style, one.explode], ['form', true], `${operation.id} ${one.name}`)
      }
  assert.ok(lists > 0)
})

test('every refusal of the contract is listed under its status, with an example that has its code', () => {
  const rowOf = (name: RefusalName): { code?: string; status: number } => refusals[name]
  for (const operation of operations) {
    const names = [...operation.refusals, ...everywhere, ...(operation.body ? everyBody : [])]
    for (const name of names) {
      const { status, code = name } = rowOf(name)
      const answer = partOf(operation).responses[status]
      assert.ok(answer?.['x-codes'].includes(code), `${operation.id} ${name}`)
      assert.ok(answer.content['application/json'].examples[name], `${operation.id} ${name}`)
      assert.equal(document.components.examples[name].value.errors[0].code, code)
    }
  }
})

test('every answer names its trace; a 429 says when to come back', () => {
  for (const operation of operations)
    for (const [status, answer] of Object.entries<Any>(partOf(operation).responses)) {
      assert.ok(answer.headers['Clerk-Trace-Id'], `${operation.id} ${status}`)
      assert.equal(Boolean(answer.headers['Retry-After']), status === '429', `${operation.id} ${status}`)
    }
})

test('the schema of every answer and body compiles, and the examples keep to it', () => {
  const parts = (operation: Operation) => ['paths', operation.path, operation.method.toLowerCase()]
  const holds = (value: unknown, ...segments: (string | number)[]) => {
    const check = ajv.compile({ $ref: pointer(...segments) })
    assert.ok(check(value), `${segments.join('/')}: ${ajv.errorsText(check.errors)}`)
  }
  for (const operation of operations) {
    const { parameters, requestBody, responses } = partOf(operation)
    for (const [i, one] of parameters.entries())
      if ('example' in one) holds(one.example, ...parts(operation), 'parameters', i, 'schema')
    const content = ['content', 'application/json', 'schema']
    if (operation.body)
      holds(requestBody.content['application/json'].example, ...parts(operation), 'requestBody', ...content)
    holds(
      responses[200].content['application/json'].example,
      ...parts(operation),
      'responses',
      200,
      ...content,
    )
  }
  for (const { value } of Object.values<Any>(document.components.examples))
    holds(value, 'components', 'schemas', 'ClerkErrors')
})

test('null is a type, never `nullable`, and no schema is printed twice', () => {
  walk(document, (value, path) => {
    if (isExample(path)) return
    assert.ok(!('nullable' in value) || path.at(-1) === 'properties', path.join('/'))
    if (typeof value.title !== 'string' || path.at(-1) === 'info' || path.at(-1) === 'properties') return
    assert.deepEqual(path, ['components', 'schemas', value.title])
  })
})

test('two different schemas of one name are refused', () => {
  const one = named('Thing', Type.Object({ id: Type.String() }))
  const other = Type.Object({ inner: named('Thing', Type.Object({ id: Type.Integer() })) })
  assert.throws(() => namedSchemas([one, other]), /named Thing/)
  const same = Type.Array(named('Thing', Type.Object({ id: Type.String() })))
  assert.equal(namedSchemas([one, same]).size, 1)
})
