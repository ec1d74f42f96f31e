import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { everyBody, everywhere, type RefusalName, refusals } from '#contract/refusals.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { knownPaths } from './known-paths.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape, which the tests look into
type Json = any

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

async function documentOf(server: TestServer): Promise<Json> {
  const answer = await fetch(`${server.url}/openapi.json`)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/json')
  assert.match(answer.headers.get('clerk-trace-id') ?? '', /^[0-9a-f]{32}$/)
  return answer.json()
}

function* every(value: Json, path = '#'): Generator<[string, Json]> {
  yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    yield* every(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
}

/** What a reference leads to. */
const at = (document: Json, reference: string): Json =>
  reference
    .split('/')
    .slice(1)
    .reduce((value, key) => value?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)

const resolved = (document: Json, value: Json): Json => (value?.$ref ? at(document, value.$ref) : value)

const operationsOf = (document: Json): [string, string, Json][] =>
  Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method): [string, string, Json] => [path, method, item[method]]),
  )

/** The operation of the contract as the document describes it. */
const described = (document: Json, { path, method }: Operation): Json =>
  document.paths[path]?.[method.toLowerCase()]

rule(
  'DOC-1',
  'the document is an OpenAPI 3.1 object whose every part has its required fields',
  async (server) => {
    const document = await documentOf(server)
    assert.match(document.openapi, /^3\.1\.\d+$/)
    assert.ok(document.info.title && document.info.version)
    assert.deepEqual(document.servers, [{ url: `${server.url}/v1` }])
    const known = [
      'openapi',
      'info',
      'jsonSchemaDialect',
      'servers',
      'paths',
      'webhooks',
      'components',
      'security',
    ]
    for (const key of Object.keys(document))
      assert.ok([...known, 'tags', 'externalDocs'].includes(key) || key.startsWith('x-'), key)
    for (const [path, method, operation] of operationsOf(document)) {
      const where = `${method} ${path}`
      assert.match(path, /^(\/([a-z_0-9]+|\{[a-z_]+\}))+$/, where)
      assert.ok(operation.operationId && operation.summary && operation.description, where)
      const parameters = (operation.parameters ?? []).map((one: Json) => resolved(document, one))
      const names = parameters.map((one: Json) => `${one.in} ${one.name}`)
      assert.equal(new Set(names).size, names.length, where)
      for (const one of parameters) {
        assert.ok(
          ['path', 'query', 'header'].includes(one.in) && one.schema && one.description,
          `${where} ${one.name}`,
        )
        if (one.in === 'path') assert.equal(one.required, true, `${where} ${one.name}`)
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`)
      assert.deepEqual(
        names.filter((name: string) => name.startsWith('path ')),
        inPath,
        where,
      )
      for (const [status, response] of Object.entries<Json>(operation.responses)) {
        assert.match(status, /^[1-5]\d\d$/)
        assert.ok(response.description && response.content['application/json'].schema, `${where} ${status}`)
        assert.equal(resolved(document, response.headers['Clerk-Trace-Id']).schema.type, 'string')
      }
    }
    const ids = operationsOf(document).map(([, , operation]) => operation.operationId)
    assert.equal(new Set(ids).size, ids.length)
  },
)

rule('DOC-1', 'every reference leads somewhere, and every schema and example is valid', async (server) => {
  const document = await documentOf(server)
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: 'array' })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema({ $id: 'https://bartleby.test/', components: document.components })
  const compile = (schema: Json) =>
    ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"https://bartleby.test/#/components')),
    )
  for (const [path, value] of every(document)) {
    if (typeof value?.$ref === 'string')
      assert.ok(at(document, value.$ref) !== undefined, `${path}: ${value.$ref}`)
    if (!value?.schema) continue
    const check = compile(value.schema)
    const examples = Object.values<Json>(value.examples ?? {}).map((one) => resolved(document, one).value)
    if (value.example !== undefined) examples.push(value.example)
    for (const example of structuredClone(examples))
      assert.ok(check(example), `${path}: ${JSON.stringify(example)} ${ajv.errorsText(check.errors)}`)
  }
})

rule('DOC-1', 'it has every operation of the contract, and no other', async (server) => {
  const document = await documentOf(server)
  const listed = operationsOf(document).map(
    ([path, method, one]) => `${method.toUpperCase()} ${path} ${one.operationId}`,
  )
  assert.deepEqual(
    listed.toSorted(),
    operations.map(({ method, path, id }) => `${method} ${path} ${id}`).toSorted(),
  )
  for (const { path, method } of operations) {
    const target = `${server.url}/v1${path.replace('{user_id}', 'user_nobody')}`
    assert.equal((await fetch(target, { method })).status, 401, `${method} ${path} is not served`)
  }
})

/** The shape alone: names of shapes become the shapes, texts and examples go. */
function bare(document: Json, schema: Json): Json {
  if (Array.isArray(schema)) return schema.map((one) => bare(document, one))
  if (typeof schema !== 'object' || schema === null) return schema
  if (typeof schema.$ref === 'string') return bare(document, at(document, schema.$ref))
  const { title, description, deprecated, ...rest } = schema
  if (rest.anyOf?.length === 2 && rest.anyOf[1].type === 'null') {
    const one = bare(document, rest.anyOf[0])
    return { ...one, type: [one.type, 'null'] }
  }
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, bare(document, value)]))
}

for (const operation of operations)
  rule('DOC-2', `the document tells all about ${operation.id}`, async (server) => {
    const document = await documentOf(server)
    const plain = (schema: unknown) => bare(document, JSON.parse(JSON.stringify(schema)))
    const told = described(document, operation)
    const parameters = told.parameters.map((one: Json) => resolved(document, one))
    const of = (place: string) => parameters.filter((one: Json) => one.in === place)
    assert.deepEqual(
      of('path').map((one: Json) => one.name),
      Object.keys(operation.params.properties),
    )
    const query = of('query').filter((one: Json) => one.name !== '__clerk_api_version')
    assert.deepEqual(
      query.map((one: Json) => one.name),
      Object.keys(operation.query.properties),
    )
    for (const one of query)
      assert.deepEqual(bare(document, one.schema), plain(operation.query.properties[one.name]), one.name)
    assert.deepEqual(
      of('header').map((one: Json) => one.name),
      ['Clerk-API-Version'],
    )
    assert.equal(of('query').length, query.length + 1)
    if (operation.body) {
      const body = told.requestBody.content['application/json'].schema
      assert.deepEqual(
        bare(document, body),
        plain(operation.bodyList ? operation.body.properties[operation.bodyList] : operation.body),
      )
    } else if (operation.upload)
      assert.deepEqual(Object.keys(told.requestBody.content), ['multipart/form-data'])
    else assert.equal(told.requestBody, undefined)
    const done = told.responses[200].content['application/json'].schema
    assert.deepEqual(bare(document, done), plain(operation.result))
    assert.deepEqual(told['x-roles'], operation.roles)
  })

for (const operation of operations)
  rule('DOC-2', `the document tells every refusal of ${operation.id}, under its status`, async (server) => {
    const document = await documentOf(server)
    const names: RefusalName[] = [...operation.refusals, ...everywhere, ...(operation.body ? everyBody : [])]
    const wanted = names.map((name) => {
      const row: { code?: string; status: number } = refusals[name]
      return `${row.status} ${row.code ?? name}`
    })
    const { responses } = described(document, operation)
    const told = Object.entries<Json>(responses).flatMap(([status, response]) => {
      if (status === '200') return []
      assert.equal(response.content['application/json'].schema.$ref, '#/components/schemas/ClerkErrors')
      if (status === '429') assert.ok(response.headers['Retry-After'])
      const examples = Object.values<Json>(response.content['application/json'].examples)
      return examples.map((one) => `${status} ${resolved(document, one).value.errors[0].code}`)
    })
    assert.deepEqual([...new Set(told)].toSorted(), [...new Set(wanted)].toSorted())
  })

rule('DOC-3', 'the page has no asset of another host, and all of its own are there', async (server) => {
  const page = await fetch(`${server.url}/docs`)
  assert.equal(page.status, 200)
  assert.match(page.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/)
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /https?:|\*|unsafe-eval/)
  const html = (await page.text()).replaceAll('&#39;', "'")
  for (const { id, summary } of operations) assert.ok(html.includes(id) && html.includes(summary), id)
  const loads =
    /<(?:script|img|link|iframe|source|object|embed|video|audio|use)\b[^>]*?\b(?:src|href|data)="([^"]*)"/g
  const assets = new Set([...html.matchAll(loads)].map(([, target]) => target!))
  assert.ok(assets.size > 0)
  for (const asset of assets) {
    if (asset.startsWith('data:')) continue
    assert.match(asset, /^\/[a-z]/, 'an asset of another host')
    const answer = await fetch(server.url + asset)
    assert.equal(answer.status, 200, asset)
    const text = await answer.text()
    assert.ok(text.length > 0, asset)
    assert.doesNotMatch(
      text,
      /url\((?!\s*["']?(?:data:|#))|@import|import\(|importScripts|src\s*=\s*["'`]http/,
      asset,
    )
  }
  assert.doesNotMatch(html, /@import|<base\b|srcset=|<style[^>]*>[^<]*url\(/)
})

rule('DOC-4', 'the documents do not change from one request or one server to the next', async (server) => {
  for (const path of ['/openapi.json', '/docs']) {
    const texts = new Set<string>()
    for (const host of ['a.example', 'b.example', 'a.example'])
      texts.add(await (await fetch(server.url + path, { headers: { 'x-forwarded-host': host } })).text())
    assert.equal(texts.size, 1, path)
    assert.ok(![...texts][0]!.includes('.example:'), path)
  }
})

rule('DOC-6', 'an operation that Clerk does not know lies below /v1/bartleby', async (server) => {
  for (const [path, method] of operationsOf(await documentOf(server)))
    assert.ok(
      knownPaths[path]?.split(' ').includes(method.toUpperCase()) || path.startsWith('/bartleby/'),
      `${method} ${path}`,
    )
  const headers = { authorization: `Bearer ${server.secretKey}` }
  for (const path of [
    '/v1/health',
    '/v1/docs',
    '/v1/openapi.json',
    '/v1/images',
    '/v1/events',
    '/v1/keys',
    '/v1/settings',
  ])
    assert.equal((await fetch(server.url + path, { headers })).status, 404, path)
})
