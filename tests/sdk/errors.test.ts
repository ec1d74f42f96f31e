import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { suite, test } from 'node:test'
import { inspect } from 'node:util'
import * as sdk from '#sdk/index.ts'
import { clientOn, failureOf, ok, type Reply, refused, secretKey } from '#tests/sdk/fake-fetch.ts'

const kinds: [number, typeof sdk.BartlebyError][] = [
  [400, sdk.ValidationError],
  [401, sdk.AuthenticationError],
  [402, sdk.PermissionError],
  [403, sdk.PermissionError],
  [404, sdk.NotFoundError],
  [405, sdk.BartlebyError],
  [409, sdk.ConflictError],
  [413, sdk.ValidationError],
  [415, sdk.ValidationError],
  [422, sdk.ValidationError],
  [429, sdk.RateLimitError],
  [500, sdk.ServerError],
  [503, sdk.ServerError],
]

const failed = (reply: Reply) => {
  const { client } = clientOn([reply], { maxRetries: 0 })
  return failureOf(sdk.BartlebyError, client.users.get('user_1'))
}

suite('errors of the SDK', () => {
  for (const [status, kind] of kinds)
    test(`${status} is a ${kind.name} that says all that the answer says`, async () => {
      const error = await failed(refused(status, 'some_code', { 'retry-after': '7' }))
      assert.equal(error.constructor, kind)
      assert.equal(error.name, kind.name)
      assert.equal(error.status, status)
      assert.equal(error.code, 'some_code')
      assert.equal(error.traceId, 'trace_of_the_body')
      assert.equal(error.retryAfter, 7)
      assert.deepEqual(error.errors, [
        {
          code: 'some_code',
          message: 'short some_code',
          longMessage: 'long some_code',
          paramName: 'some_name',
          meta: { param_name: 'some_name' },
        },
      ])
      assert.equal(
        error.message,
        `GetUser was answered ${status}: long some_code (some_code) [trace trace_of_the_body]`,
      )
      assert.match(String(error.stack), new RegExp(`^${kind.name}: GetUser was answered`))
    })

  test('every error of an answer is told', async () => {
    const errors = ['a', 'b'].map((code) => ({ code, message: `m ${code}`, long_message: '' }))
    const error = await failed({ status: 422, body: { errors } })
    assert.deepEqual(
      error.errors.map(({ code, paramName, meta }) => ({ code, paramName, meta })),
      [
        { code: 'a', paramName: undefined, meta: {} },
        { code: 'b', paramName: undefined, meta: {} },
      ],
    )
    assert.match(error.message, /: m a \(a\); m b \(b\)$/)
  })

  test('the trace id is found where older servers and gateways put it', async () => {
    const errors = [{ code: 'a', message: 'm', long_message: 'l', clerk_trace_id: 'inside' }]
    assert.equal((await failed({ status: 404, body: { errors } })).traceId, 'inside')
    const header = { 'clerk-trace-id': 'header' }
    assert.equal((await failed({ status: 404, headers: header })).traceId, 'header')
    assert.equal((await failed({ status: 404, headers: { 'cf-ray': 'gateway' } })).traceId, 'gateway')
    assert.equal((await failed({ status: 404 })).traceId, undefined)
  })

  const strange: [string, Exclude<Reply, Error | 'never'>, RegExp][] = [
    [
      'a page of a gateway',
      { status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>Bad\n gateway</h1>' },
      /answered 502: no answer of this API, but text\/html: <h1>Bad gateway<\/h1>/,
    ],
    ['JSON that is cut off', { status: 200, text: '{"id":"user_1"' }, /answered 200: no answer of this API/],
    [
      'a page with a good status',
      { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>' },
      /text\/html: <html>/,
    ],
    [
      'an empty answer',
      { status: 500, text: '' },
      /answered 500: no answer of this API, but application\/json: nothing/,
    ],
    [
      'errors that are no list',
      { status: 422, body: { errors: 'no' } },
      /answered 422: no answer of this API/,
    ],
    ['an envelope of nonsense', { status: 422, body: { errors: [null, 7, { code: 7 }] } }, /answered 422: /],
    ['an array', { status: 422, body: [1] }, /answered 422: no answer of this API/],
    [
      'a redirect',
      { status: 301, headers: { location: 'https://elsewhere.example/' } },
      /answered 301: a redirect to https:\/\/elsewhere\.example\/: is baseUrl right\?/,
    ],
    ['a Retry-After that is no number', { status: 429, headers: { 'retry-after': 'soon' } }, /answered 429/],
  ]
  for (const [name, reply, message] of strange)
    test(`${name} is an error that can be understood`, async () => {
      const error = await failed(reply)
      assert.match(error.message, message)
      assert.equal(error.status, reply.status)
      assert.equal(error.retryAfter, undefined)
    })

  test('a long page is quoted in short, and a key that it echoes is not', async () => {
    const text = `${secretKey} ${'x'.repeat(10_000)}`
    const error = await failed({ status: 400, headers: { 'content-type': 'text/plain' }, text })
    assert(error.message.length < 400, error.message)
    assert(!error.message.includes(secretKey), error.message)
    const errors = [{ code: 'odd', message: `No ${secretKey}`, long_message: '', meta: { secretKey } }]
    assert(!inspect(await failed({ status: 400, body: { errors } }), { depth: 9 }).includes(secretKey))
  })

  test('a redirect is not followed, with or without the key', async () => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, response) => {
      asked.push(url)
      response.writeHead(302, { location: '/v1/elsewhere' }).end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    const { users } = new sdk.Bartleby({ secretKey, baseUrl })
    try {
      const error = await failureOf(sdk.BartlebyError, users.create({}))
      assert.deepEqual([error.status, asked], [302, ['/v1/users']])
    } finally {
      server.close()
    }
  })

  test('a good answer throws nothing', async () => {
    const { client } = clientOn([ok({ id: 'user_1' })])
    assert.equal((await client.users.get('user_1')).id, 'user_1')
  })
})
