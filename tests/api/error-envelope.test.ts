import assert from 'node:assert/strict'
import { operations } from '#contract/operations.ts'
import { keysKnownForMs } from '#server/sessions/signing-keys.ts'
import { tableNames } from '#server/storage/tables.ts'
import { call, readyUser, writes } from '#tests/api/any-operation.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { password } from '#tests/api/passwords.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const json = { 'content-type': 'application/json' }
/** Of members their own tests tell; a user whom nobody knows is in no organization: the list is empty. */
const onUser = operations.filter(
  ({ id, path }) => path.startsWith('/users/{user_id}') && id !== 'UsersGetOrganizationMemberships',
)

/** Refusals of every kind: of the gate, the reader, the checks, the rules, the store and the router. */
async function manyRefusals(server: TestServer): Promise<Answer[]> {
  const taken = { email_address: ['taken.err@example.com'] }
  await server.request('POST', '/users', { body: taken })
  const post = (body: unknown) => server.request('POST', '/users', { body })
  const raw = (rawBody: string, headers: Record<string, string> = json) =>
    server.request('POST', '/users', { rawBody, headers })
  return [
    await server.request('GET', '/users', { anonymous: true }),
    await server.request('GET', '/users', { headers: { authorization: 'Basic x' } }),
    await server.request('GET', '/users', { headers: { authorization: 'Bearer x' } }),
    await server.request('GET', '/users', { headers: { 'clerk-api-version': 'x' } }),
    await server.request('GET', '/users?query=%zz'),
    await server.request('GET', '/users?banned=x&created_at_after=y'),
    await server.request('GET', '/users?order_by=x'),
    await server.request('GET', '/users?starting_after=x'),
    await server.request('GET', '/users?starting_after=x&offset=1'),
    await server.request('GET', '/users/user_nobody'),
    await server.request('GET', '/nowhere'),
    await server.request('PUT', '/users'),
    await raw('{'),
    await raw('[]'),
    await raw('{}', { 'content-type': 'text/plain' }),
    await raw(' '.repeat(1_048_577)),
    await raw('{"a":1,"a":2,"b":3}'),
    await post({ email_address: 'x', banned: 'x', riddle: 1, first_name: 'x'.repeat(300) }),
    await post({ email_address: ['x'] }),
    await post({}),
    await post(taken),
    await post({ username: 'a' }),
    await post({ email_address: [address()], created_at: 'yesterday' }),
  ]
}

rule('ERR-1 ERR-2 ERR-3 ERR-4', 'every refusal is the envelope and nothing else', async (server) => {
  const answers = await manyRefusals(server)
  for (const answer of answers) {
    assert.ok(answer.status >= 400 && answer.status < 500, answer.text)
    assert.deepEqual(Object.keys(answer.body), ['errors', 'clerk_trace_id'], answer.text)
    assert.match(answer.body.clerk_trace_id, /^[0-9a-f]{32}$/)
    assert.equal(answer.body.clerk_trace_id, answer.headers.get('clerk-trace-id'))
    assert.ok(answer.body.errors.length > 0)
    for (const error of answer.body.errors) {
      const { message, long_message, code, meta, ...more } = error
      assert.deepEqual(more, {}, answer.text)
      assert.match(code, /^[a-z]+(_[a-z0-9]+)+$/)
      assert.ok(typeof message === 'string' && message.length > 0, answer.text)
      assert.ok(typeof long_message === 'string' && long_message.length > 0, answer.text)
      assert.doesNotMatch(message + long_message, /[{}]|undefined|\[object/, answer.text)
      if ('meta' in error) assert.ok(Object.keys(meta).length > 0, answer.text)
    }
  }
  assert.equal(new Set(answers.map((answer) => answer.body.clerk_trace_id)).size, answers.length)
})

rule('ERR-3', 'meta names the parameter at fault, and is absent where there is none', async (server) => {
  for (const answer of await manyRefusals(server))
    for (const error of answer.body.errors) {
      if (!error.code.startsWith('form_')) assert.ok(!('meta' in error), answer.text)
      else if (error.code === 'form_data_missing') assert.ok(Array.isArray(error.meta.param_names))
      else
        assert.ok(error.long_message.includes(error.meta.param_name) || /taken|Username/.test(error.message))
    }
})

const paramsOf = (answer: Answer): string[] =>
  answer.body.errors.map((error: { meta: { param_name: string } }) => error.meta.param_name).sort()

rule('ERR-5', 'all problems of the values of a body are told at once', async (server) => {
  const body = {
    email_address: ['broken', address('fine'), 'also broken'],
    phone_number: ['123'],
    username: 'a',
    locale: 'no such locale',
    public_metadata: { large: 'x'.repeat(9000) },
  }
  const answer = await server.request('POST', '/users', { body })
  assert.equal(answer.status, 422)
  assert.deepEqual([...new Set(paramsOf(answer))], Object.keys(body).sort(), answer.text)
})

rule(
  'ERR-5',
  'unknown keys and wrong types are told at once, before any value is looked at',
  async (server) => {
    const body = { riddle: 1, first_name: 5, email_address: ['broken'], created_at: 'yesterday' }
    const answer = await server.request('POST', '/users', { body })
    assert.equal(answer.status, 422)
    assert.deepEqual(paramsOf(answer), ['first_name', 'riddle'], answer.text)
  },
)

rule('ERR-8', 'an error about several parameters names them all', async (server) => {
  const answer = await server.request('POST', '/users', { body: {} })
  refused(answer, 422, 'form_data_missing')
  const { meta, long_message } = answer.body.errors[0]
  assert.deepEqual(meta, { param_names: ['email_address', 'phone_number', 'username', 'web3_wallet'] })
  assert.equal(
    long_message,
    '["email_address" "phone_number" "username" "web3_wallet"] data doesn\'t match user requirements set for this instance',
  )
})

for (const operation of onUser)
  rule('ERR-9 GET-1', `${operation.id} tells the id of a user whom it does not know`, async (server) => {
    const gone = await server.create({ email_address: [address('gone')] })
    await server.request('DELETE', `/users/${gone.id}`)
    for (const id of ['user_nobody', gone.id, 'x', '$&$1{param}', '%3Cb%3E%22']) {
      const answer = await call(server, operation, { id })
      assert.equal(answer.status, 404, answer.text)
      assert.deepEqual(answer.body.errors, [
        {
          message: 'not found',
          long_message: `No user was found with id ${decodeURIComponent(id)}`,
          code: 'resource_not_found',
        },
      ])
    }
  })

const innards =
  /select|insert|update |sqlite|postgres|kysely|relation|no such table|node_modules|\.ts\b|at .*:\d+|stack/i

/** Without these nobody is let in. */
const kept = ['secret_keys', 'instance', 'migrations']
const lost = tableNames.filter((name) => !kept.includes(name))
/** Their answers come from the encryption key and from the settings alone. */
const reaching = operations.filter(({ id }) => !['CreateTestingToken', 'GetInstance'].includes(id))

for (const operation of reaching)
  rule(
    'ERR-7 HDR-1 SRV-18',
    `a bug below ${operation.id} is a 500 that shows nothing, and a log line that tells its cause`,
    async (server) => {
      const user = await readyUser(server, operation)
      server.clock.advance(keysKnownForMs)
      const logged = server.log.length
      await behind(server, ...lost.map((name) => `alter table ${name} rename to lost_${name}`))
      const answer = await call(server, operation, user)
      await behind(server, ...lost.map((name) => `alter table lost_${name} rename to ${name}`))
      refused(answer, 500, 'internal_clerk_error')
      assert.deepEqual(Object.keys(answer.body).sort(), ['clerk_trace_id', 'errors'])
      assert.equal(answer.headers.get('content-type'), 'application/json')
      assert.equal(answer.headers.get('retry-after'), null)
      assert.doesNotMatch(answer.text, innards)
      for (const folder of [server.database.data, process.cwd()]) assert.ok(!answer.text.includes(folder))
      const everything = server.log.slice(logged).join('')
      const lines = server.log.slice(logged).map((line) => JSON.parse(line))
      const [told, ...more] = lines.filter(({ err, trace_id }) => err && trace_id)
      assert.deepEqual(more, [], everything)
      assert.equal(told.trace_id, answer.body.clerk_trace_id)
      assert.equal(told.level, 50)
      assert.match(told.err.message, /no such table|does not exist/)
      assert.match(told.err.stack, /\n\s+at /)
      for (const secret of [server.secretKey, password, '@example.com', user.phone_numbers[0].phone_number])
        assert.ok(!everything.includes(secret), everything)
      assert.equal((await server.request('GET', `/users/${user.id}`)).body.id, user.id)
    },
  )

/** An attempt at a password is no change of its user: it is counted without an event. */
const recorded = operations.filter((operation) => writes(operation) && operation.id !== 'VerifyPassword')
const tables = ['users', 'identifications', 'passwords', 'events']

for (const operation of recorded)
  rule(
    'ERR-7 EVT-6',
    `${operation.id} leaves nothing when its last step fails, the event, and writes one when it does not`,
    async (server) => {
      const user = await readyUser(server, operation)
      const stored = () => Promise.all(tables.map((table) => server.rows(table)))
      const before = await stored()
      await behind(server, 'alter table events rename to lost_events')
      const failed = await call(server, operation, user)
      await behind(server, 'alter table lost_events rename to events')
      refused(failed, 500, 'internal_clerk_error')
      assert.deepEqual(await stored(), before)
      // A mailed code that was right is used up, whatever comes after it.
      const again = user.mailed_code ? await readyUser(server, operation) : user
      const events = (await server.rows('events')).length
      const answer = await call(server, operation, again)
      assert.equal(answer.status, 200, answer.text)
      assert.equal((await server.rows('events')).length, events + 1)
    },
  )
