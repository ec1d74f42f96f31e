import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { inspect } from 'node:util'
import { Bartleby } from '#sdk/client.ts'
import { ConnectionError } from '#sdk/errors.ts'
import { version } from '#sdk/generated/version.ts'
import type { Fetch } from '#sdk/platform.ts'
import { clientOn, failureOf, ok, secretKey } from '#tests/sdk/fake-fetch.ts'

suite('what a call sends', () => {
  test('the key, the version of the API and the name of the SDK', async () => {
    const { client, sent } = clientOn([ok()])
    await client.users.get('user_1')
    await client.users.create({ firstName: 'Ada' })
    const [get, post] = sent
    assert.deepEqual(get!.headers, {
      Accept: 'application/json',
      Authorization: `Bearer ${secretKey}`,
      'Clerk-API-Version': '2026-05-12',
      'User-Agent': `bartleby-sdk/${version}`,
    })
    assert.equal(get!.body, undefined)
    assert.deepEqual(post!.headers, { ...get!.headers, 'Content-Type': 'application/json' })
  })

  for (const baseUrl of [
    'https://a.example/x',
    'https://a.example/x/',
    'https://a.example/x/v1',
    'https://a.example/x/v1/',
  ])
    test(`baseUrl ${baseUrl} is where /v1 is`, async () => {
      const { client, sent } = clientOn([ok()], { baseUrl })
      await client.users.get('user_1')
      assert.equal(sent[0]!.url.href, 'https://a.example/x/v1/users/user_1')
    })

  test('without baseUrl it is the address of a fresh server', async () => {
    const { client, sent } = clientOn([ok()])
    await client.users.get('user_1')
    assert.equal(sent[0]!.url.href, 'http://127.0.0.1:4747/v1/users/user_1')
  })

  test('ids are encoded', async () => {
    const { client, sent } = clientOn([ok()])
    await client.users.get('user_1/ban?a=b#c %2e')
    assert.equal(sent[0]!.url.href, 'http://127.0.0.1:4747/v1/users/user_1%2Fban%3Fa%3Db%23c%20%252e')
  })

  test('ids that would lead elsewhere are refused before anything is sent', async () => {
    const { client, sent } = clientOn([ok()])
    for (const id of ['', '.', '..', undefined, null, 7])
      await assert.rejects(client.users.delete(id as string), /^TypeError: userId must be an id/)
    assert.deepEqual(sent, [])
  })

  test('filters: lists repeat the key, false is sent, undefined is not, dates are milliseconds', async () => {
    const { client, sent } = clientOn([ok({ total_count: 1 })])
    await client.users.count({
      emailAddress: ['a+b@example.com', 'c&d@example.com'],
      userId: ['+user_1', '-user_2'],
      banned: false,
      query: undefined,
      createdAtAfter: new Date(1_700_000_000_000),
      lastActiveAtBefore: 5,
    })
    assert.deepEqual(
      [...sent[0]!.url.searchParams],
      [
        ['email_address', 'a+b@example.com'],
        ['email_address', 'c&d@example.com'],
        ['user_id', '+user_1'],
        ['user_id', '-user_2'],
        ['banned', 'false'],
        ['created_at_after', '1700000000000'],
        ['last_active_at_before', '5'],
      ],
    )
    assert.match(sent[0]!.url.search, /user_id=%2Buser_1/)
  })

  test('a filter that would silently match everybody is refused', async () => {
    const { client, sent } = clientOn([ok([])])
    await assert.rejects(client.users.list({ userId: [] }), /^TypeError: userId is an empty list/)
    await assert.rejects(client.users.count({ createdAtAfter: new Date('x') }), /^TypeError: createdAtAfter/)
    assert.deepEqual(sent, [])
  })

  test('bodies: wire names, dates as texts, metadata as it is, nulls kept', async () => {
    const { client, sent } = clientOn([ok()])
    const publicMetadata = { firstName: { snake_case: 1, camelCase: [{ innerKey: null }] } }
    await client.users.create({
      emailAddress: ['a@example.com'],
      firstName: null,
      lastName: undefined,
      createdAt: new Date('2012-10-20T07:15:20.902Z'),
      publicMetadata,
    })
    assert.deepEqual(sent[0]!.body, {
      email_address: ['a@example.com'],
      first_name: null,
      created_at: '2012-10-20T07:15:20.902Z',
      public_metadata: publicMetadata,
    })
  })

  test('answers: camelCase at every depth, metadata as it is, times as numbers', async () => {
    const { client } = clientOn([
      ok({
        first_name: 'Ada',
        created_at: 7,
        email_addresses: [{ email_address: 'a' }],
        public_metadata: { a_b: { c_d: 1 } },
      }),
    ])
    assert.deepEqual(await client.users.get('user_1'), {
      firstName: 'Ada',
      createdAt: 7,
      emailAddresses: [{ emailAddress: 'a' }],
      publicMetadata: { a_b: { c_d: 1 } },
    })
  })

  for (const type of [
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/problem+json',
  ])
    test(`an answer of type ${type} is JSON`, async () => {
      const { client } = clientOn([
        { status: 200, headers: { 'content-type': type }, body: { id: 'user_1' } },
      ])
      assert.deepEqual(await client.users.get('user_1'), { id: 'user_1' })
    })
})

suite('the client', () => {
  test('a secret key is refused in a browser, and welcome in a worker', () => {
    const scope = globalThis as { window?: unknown; document?: unknown }
    scope.window = scope
    try {
      assert.ok(new Bartleby({ secretKey }))
      scope.document = {}
      assert.throws(
        () => new Bartleby({ secretKey }),
        (error: Error) =>
          /must not be used in a browser/.test(error.message) && !error.message.includes(secretKey),
      )
      assert.ok(new Bartleby({ secretKey: 'a-token-of-another-kind' }))
    } finally {
      delete scope.window
      delete scope.document
    }
  })

  test('options that cannot work are refused at once, without quoting the key', () => {
    const broken: [object, RegExp][] = [
      [{ secretKey: undefined }, /secretKey is missing/],
      [{ secretKey: ' ' }, /secretKey is missing/],
      [{ secretKey: 'sk_test_a\nb' }, /^(?!.*sk_test_a).*secretKey has signs/],
      [{ secretKey: 'sk_test_ä' }, /secretKey has signs/],
      [{ secretKey, baseUrl: 'auth.example.com' }, /baseUrl must be/],
      [{ secretKey, baseUrl: 'ftp://auth.example.com' }, /baseUrl must be/],
      [{ secretKey, baseUrl: 'https://user:secret@auth.example.com' }, /^(?!.*secret@).*baseUrl must be/],
      [{ secretKey, baseUrl: 'https://auth.example.com?x' }, /baseUrl must be/],
      [{ secretKey, timeoutMs: 0 }, /timeoutMs must be/],
      [{ secretKey, timeoutMs: 1e12 }, /timeoutMs must be/],
      [{ secretKey, maxRetries: -1 }, /maxRetries must be/],
      [{ secretKey, maxRetries: 1.5 }, /maxRetries must be/],
    ]
    for (const [options, message] of broken)
      assert.throws(() => new Bartleby(options as { secretKey: string }), { message })
  })

  test('the key shows neither in the client nor in its errors, whatever the platform throws', async () => {
    const careless: Fetch = async (_url, init) => {
      const cause = Object.assign(new Error(`cannot send ${init.headers.Authorization}`), { init })
      throw Object.assign(new TypeError(`fetch failed for ${secretKey}`, { cause }), { init })
    }
    const client = new Bartleby({ secretKey, fetch: careless, maxRetries: 0 })
    const error = await failureOf(ConnectionError, client.users.get('user_1'))
    const shown =
      inspect(error, { depth: 10, showHidden: true }) + inspect(client, { depth: 10, showHidden: true })
    assert(!shown.includes(secretKey), shown)
    assert.match(
      error.message,
      /^GetUser got no answer from http:\/\/127\.0\.0\.1:4747\/v1: fetch failed for sk_…/,
    )
  })
})
