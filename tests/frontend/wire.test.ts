import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { engines } from '#tests/engines.ts'
import { documentSchema } from '#tests/openapi-rules.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'
import { signedIn } from './signed-in.ts'
import { appOrigin, forVisitors, visitor } from './visitor.ts'

/** What looks like the allowed origin and is not. */
const strangers = [
  'https://evil.example',
  'null',
  `${appOrigin}.evil.example`,
  'http://app.test',
  'http://app.test:3001',
  'https://app.test:3000',
  'http://evil-app.test:3000',
  `${appOrigin}/`,
  'http://APP.test:3000',
  '',
]

for (const engine of engines) {
  describe(`the wire form of the Frontend API (${engine})`, () => {
    let server: TestServer
    before(async () => {
      server = await startServer(engine, { settings: forVisitors })
    })
    after(() => server.stop())

    test(`[FAP-1] bodies are forms (${engine})`, async () => {
      const { browser, sessionId } = await signedIn(server)
      const path = `/client/sessions/${sessionId}/touch`
      const touch = (type: string, rawBody: string | Buffer = 'intent=focus') =>
        browser.visit('POST', path, undefined, { rawBody, headers: { 'content-type': type } })
      assert.equal((await touch('application/x-www-form-urlencoded; charset=utf-8')).status, 200)
      for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense']) {
        const { status, body } = await touch(type, '{"intent":"focus"}')
        assert.equal(status, 415, type)
        assert.equal(body.errors[0].code, 'unsupported_content_type')
      }
      const form = 'application/x-www-form-urlencoded'
      for (const [raw, status] of [
        ['intent=%zz', 400],
        ['intent=%ff%fe', 422],
        ['intent=a%00b', 422],
        [`intent=${'a'.repeat(1024 * 1024)}`, 413],
      ] as const)
        assert.equal((await touch(form, raw)).status, status, raw.slice(0, 20))
      assert.equal((await browser.visit('POST', path)).status, 200, 'no body at all')
    })

    test(`[FAP-2 FAP-3] methods may hide in the query, paths may end in a slash (${engine})`, async () => {
      const headers = { origin: appOrigin }
      const call = (method: string, path: string) => fetch(`${server.url}/v1${path}`, { method, headers })
      assert.equal((await call('POST', '/environment/?_method=PATCH')).status, 200)
      assert.equal((await call('PATCH', '/environment')).status, 200)
      assert.equal((await call('GET', '/environment/')).status, 200)
      assert.equal(
        (await call('POST', '/environment?_method=GET')).status,
        404,
        'a write never becomes a read',
      )
      assert.equal((await call('GET', '/client?_method=DELETE')).status, 200, 'a read never becomes a write')
      assert.equal((await call('POST', '/client?_method=put')).status, 200)
      assert.equal((await call('POST', '/client?_method=TRACE')).status, 200, 'an unknown word is none')
      const user = await server.create({ username: `kept_${engine}` })
      const hidden = await server.request('POST', `/users/${user.id}?_method=DELETE`)
      assert.equal(hidden.status, 404)
      assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
    })

    test(`[FAP-4 FAP-5] strangers' pages are refused before anything happens (${engine})`, async () => {
      const { browser, sessionId } = await signedIn(server)
      const events = (await server.events()).length
      const paths = [`/client/sessions/${sessionId}/end`, '/client/sessions', '/client/sign_ins', '/client']
      for (const origin of strangers)
        for (const path of paths) {
          const method = path === '/client/sessions' ? 'DELETE' : 'POST'
          const { status, body, headers } = await browser.visit(
            method,
            path,
            { strategy: 'ticket' },
            { headers: { origin } },
          )
          assert.equal(status, 400, `${origin} ${path}`)
          assert.equal(body.errors[0].code, 'origin_invalid')
          assert.equal(headers.get('access-control-allow-origin'), null)
          assert.equal(headers.get('set-cookie'), null)
        }
      const cookie = `__client=${browser.token}`
      for (const path of ['/client', `/client/sessions/${sessionId}`]) {
        const response = await fetch(`${server.url}/v1${path}`, { headers: { cookie } })
        assert.equal(response.status, 400, 'cookies without an origin')
        const other = await fetch(`${server.url}/v1${path}`, { headers: { cookie: 'theirs=1' } })
        assert.equal(other.status, 400, 'whichever cookies they are')
      }
      assert.equal((await server.events()).length, events)
      assert.equal((await browser.get(`/client/sessions/${sessionId}`)).status, 'active')
      const own = await fetch(`${server.url}/v1/client`, { headers: { cookie, origin: server.url } })
      assert.equal(own.status, 200, "the server's own pages may ask")
    })

    test(`[FAP-6] of two cookies of the name neither counts (${engine})`, async () => {
      const { browser } = await signedIn(server)
      const cookie = `__client=${browser.token}; __client=planted`
      const twice = await browser.visit('GET', '/client', undefined, { headers: { cookie } })
      assert.equal(twice.status, 400)
      assert.equal(twice.body.errors[0].code, 'malformed_request_parameters')
      const app = visitor(server, { native: true })
      app.token = browser.token
      assert.equal((await app.get('/client')).sessions.length, 1)
      app.token = `Bearer ${browser.token}`
      assert.equal((await app.get('/client')).sessions.length, 1)
    })

    test(`[FAP-8] a field is declared and comes once (${engine})`, async () => {
      const { browser, sessionId } = await signedIn(server)
      const path = `/client/sessions/${sessionId}/touch`
      const unknown = await browser.visit('POST', path, { user_id: 'user_x', __proto__x: '1' })
      assert.deepEqual(
        unknown.body.errors.map(({ code, meta }: { code: string; meta: object }) => ({ code, meta })),
        ['user_id', '__proto__x'].map((param_name) => ({ code: 'form_param_unknown', meta: { param_name } })),
      )
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const twice = await browser.visit('POST', path, undefined, { rawBody: 'intent=a&intent=b', headers })
      assert.equal(twice.status, 422)
      assert.equal(twice.body.errors[0].code, 'form_param_duplicate')
      const proto = await browser.visit('POST', path, undefined, {
        rawBody: '__proto__=1&constructor=2',
        headers,
      })
      assert.equal(proto.status, 422)
    })
  })
}

test('[FAP-10] the document lists every operation and follows the rules of OpenAPI 3.1', async () => {
  const server = await startServer('sqlite')
  try {
    const response = await fetch(`${server.url}/openapi-frontend.json`)
    assert.equal(response.headers.get('content-type'), 'application/json')
    // biome-ignore lint/suspicious/noExplicitAny: the document is looked at by name
    const document: any = await response.json()
    const listed = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods as object).map(({ operationId }) => operationId),
    )
    assert.deepEqual(listed.sort(), frontendOperations.map(({ id }) => id).sort())
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    assert.ok(ajv.validate(documentSchema, document), ajv.errorsText())
  } finally {
    await server.stop()
  }
})

test('[FAP-11] attempts are limited for each address', async () => {
  const server = await startServer('sqlite', { settings: forVisitors, rateLimits: true })
  try {
    const browser = visitor(server)
    const statuses: number[] = []
    for (let n = 0; n < 7; n++)
      statuses.push(
        (await browser.visit('POST', '/client/sign_ins', { identifier: `nobody${n}@example.com` })).status,
      )
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429])
    const last = await browser.visit('POST', '/client/sign_ins', { identifier: 'nobody@example.com' })
    assert.ok(Number(last.headers.get('retry-after')) > 0)
    const tries = Array.from({ length: 6 }, () => browser.visit('POST', '/client/sign_ups', {}))
    const ups = (await Promise.all(tries)).map(({ status }) => status)
    assert.deepEqual(ups.sort(), [403, 403, 403, 403, 403, 429])
    server.clock.advance(10_000)
    assert.equal(
      (await browser.visit('POST', '/client/sign_ins', { identifier: 'nobody@example.com' })).status,
      422,
    )
  } finally {
    await server.stop()
  }
})
