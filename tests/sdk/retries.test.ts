import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, suite, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ConnectionError, RateLimitError, ServerError } from '#sdk/errors.ts'
import { clientOn, failureOf, ok, type Reply, refused } from '#tests/sdk/fake-fetch.ts'

const offline = new TypeError('fetch failed', {
  cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }),
})
const limited = (seconds: number) => refused(429, 'too_many_requests', { 'retry-after': String(seconds) })

/** Lets everything that is due now happen, then moves the clock. */
async function pass(milliseconds: number) {
  for (let i = 0; i < 20; i++) await nextTurn()
  mock.timers.tick(milliseconds)
  for (let i = 0; i < 20; i++) await nextTurn()
}

suite('retries of the SDK', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }))
  afterEach(() => mock.timers.reset())

  test('the rate limit is waited out for as long as the server says, by a write too', async () => {
    const { client, sent } = clientOn([limited(7), ok({ id: 'user_1' })])
    const answer = client.users.create({ firstName: 'Ada' })
    await pass(6_999)
    assert.equal(sent.length, 1)
    await pass(1)
    assert.equal(sent.length, 2)
    assert.equal((await answer).id, 'user_1')
    assert.deepEqual(sent[0], sent[1])
  })

  test('a rate limit that outlasts the call is told at once', async () => {
    const { client, sent } = clientOn([limited(31)])
    const started = Date.now()
    const outcome = failureOf(RateLimitError, client.users.get('user_1')).then((error) => {
      assert.equal(error.retryAfter, 31)
      return Date.now()
    })
    await pass(30_000)
    assert.equal(await outcome, started)
    assert.equal(sent.length, 1)
  })

  const passing: [string, Reply][] = [
    ['no connection', offline],
    ['500', refused(500, 'internal_clerk_error')],
    ['503', refused(503, 'service_unavailable')],
  ]
  for (const [name, reply] of passing) {
    test(`${name}: reading is tried again, after longer and longer waits`, async () => {
      const { client, sent } = clientOn([reply, reply, ok({ id: 'user_1' })])
      const answer = client.users.get('user_1')
      await pass(249)
      assert.equal(sent.length, 1)
      await pass(251)
      assert.equal(sent.length, 2)
      await pass(499)
      assert.equal(sent.length, 2)
      await pass(501)
      assert.equal((await answer).id, 'user_1')
      assert.equal(sent.length, 3)
    })

    test(`${name}: a write is never sent twice`, async () => {
      for (const write of ['create', 'update', 'delete'] as const) {
        const { client, sent } = clientOn([reply, ok()])
        const calls = {
          create: () => client.users.create({}),
          update: () => client.users.update('user_1', {}),
          delete: () => client.users.delete('user_1'),
        }
        const outcome = calls[write]().catch((error: Error) => error.name)
        await pass(8_000)
        assert.equal(sent.length, 1, write)
        assert.match(String(await outcome), /Error$/)
      }
    })
  }

  test('waits are not the same for everybody', async () => {
    const waits = new Set<number>()
    for (let i = 0; i < 5; i++) {
      const { client, sent } = clientOn([offline, ok()])
      const answer = client.users.get('user_1')
      let waited = 0
      for (; sent.length < 2; waited += 5) await pass(5)
      waits.add(waited)
      await answer
    }
    assert(waits.size > 1, [...waits].join())
  })

  test('after the last retry the failure is told as it is', async () => {
    const { client, sent } = clientOn([refused(503, 'service_unavailable')])
    const failure = failureOf(ServerError, client.users.get('user_1'))
    await pass(8_000)
    await pass(8_000)
    assert.equal((await failure).traceId, 'trace_of_the_body')
    assert.equal(sent.length, 3)
  })

  test('maxRetries says how often, for all calls or for one', async () => {
    const none = clientOn([offline], { maxRetries: 0 })
    const error = await failureOf(ConnectionError, none.client.users.get('user_1'))
    assert.equal(error.reason, 'network')
    assert.match(error.message, /fetch failed: ECONNREFUSED$/)
    const failure = failureOf(ConnectionError, none.client.users.get('user_1', { maxRetries: 1 }))
    await pass(8_000)
    await failure
    assert.equal(none.sent.length, 3)
  })

  test('what will not pass is not tried again', async () => {
    for (const status of [400, 401, 403, 404, 409, 422]) {
      const { client, sent } = clientOn([refused(status, 'some_code')])
      await assert.rejects(client.users.get('user_1'), { status })
      assert.equal(sent.length, 1)
    }
  })

  test('a call ends after 30 seconds, or when it is told to', async () => {
    const { client } = clientOn(['never'])
    const slow = failureOf(ConnectionError, client.users.get('user_1'))
    const quick = failureOf(ConnectionError, client.users.get('user_1', { timeoutMs: 5_000 }))
    await pass(5_000)
    const error = await quick
    assert.equal(error.reason, 'timeout')
    assert.match(error.message, /GetUser got no answer within 5000 ms/)
    await pass(25_000)
    assert.equal((await slow).reason, 'timeout')
  })

  test('a caller ends a call while it waits for an answer, or for its next try', async () => {
    for (const reply of ['never', limited(20)] as const) {
      const { client, sent } = clientOn([reply])
      const controller = new AbortController()
      const failure = failureOf(ConnectionError, client.users.get('user_1', { signal: controller.signal }))
      await pass(10)
      controller.abort()
      assert.equal((await failure).reason, 'aborted')
      await pass(25_000)
      assert.equal(sent.length, 1)
    }
  })

  test('a call whose caller has left already is not sent', async () => {
    const { client, sent } = clientOn([ok()])
    const failure = client.users.get('user_1', { signal: AbortSignal.abort() })
    assert.equal((await failureOf(ConnectionError, failure)).reason, 'aborted')
    assert.equal(sent.length, 0)
  })
})
