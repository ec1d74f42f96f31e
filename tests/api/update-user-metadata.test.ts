import assert from 'node:assert/strict'
import { updateUserMetadata } from '#contract/users/update-user-metadata.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { type MetadataField, metadataText, sendMetadata } from '#tests/api/metadata-text.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']

for (const sent of ['{}', 'null', '{"a":null}'])
  rule('MET-4 MET-2', `${sent} changes nothing where a replacement has stored null`, async (server) => {
    const user = await server.create({ email_address: [address()] })
    const field = 'private_metadata'
    assert.equal(metadataText(await sendMetadata(server, 'PUT', user.id, 'null', field), field), 'null')
    assert.equal(metadataText(await sendMetadata(server, 'PATCH', user.id, sent, field), field), 'null')
    assert.equal((await server.events(user.id)).length, 2)
  })

rule('MET-1', 'a merge into stored null begins with nothing', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const field = 'private_metadata'
  await sendMetadata(server, 'PUT', user.id, 'null', field)
  const answer = await sendMetadata(server, 'PATCH', user.id, '{"a":{"b":1,"c":null}}', field)
  assert.equal(metadataText(answer, field), '{"a":{"b":1}}')
})

const all = { public_metadata: { p: 1 }, private_metadata: { q: 2 }, unsafe_metadata: { r: 3 } }
const untouched: Scenario['check'] = async (answer, [user], server) => {
  assert.deepEqual(answer.body, user)
  assert.equal((await server.events(user.id)).length, 1)
}
scenarios(updateUserMetadata, [
  ...fields.map(
    (field): Scenario => ({
      rule: 'MET-5',
      name: `a merge into ${field} leaves everything else`,
      given: [{ email_address: [address()], ...all }],
      send: { [field]: { new: true } },
      status: 200,
      check: (answer, [user]) => {
        const merged = { ...user[field], new: true }
        assert.deepEqual(answer.body, { ...user, [field]: merged, updated_at: answer.body.updated_at })
      },
    }),
  ),
  {
    rule: 'MET-5',
    name: 'all three fields merge in one request and one event',
    given: [{ email_address: [address()], ...all }],
    send: { unsafe_metadata: { r: null }, public_metadata: { p: 2 }, private_metadata: { n: {} } },
    status: 200,
    expect: { public_metadata: { p: 2 }, private_metadata: { q: 2, n: {} }, unsafe_metadata: {} },
    check: async (_answer, [user], server) =>
      assert.deepEqual(
        (await server.events(user.id)).slice(1).map((event) => event.details),
        [{ changed: fields }],
      ),
  },
  {
    rule: 'MET-5',
    name: 'a body of {} changes nothing',
    given: [{ username: 'met5_empty', ...all }],
    send: {},
    status: 200,
    check: untouched,
  },
  {
    rule: 'MET-5 BOD-5',
    name: 'no body at all changes nothing',
    given: [{ username: 'met5_none', ...all }],
    status: 200,
    check: untouched,
  },
  {
    rule: 'MET-5 BOD-5',
    name: 'a body of null changes nothing',
    given: [{ username: 'met5_null', ...all }],
    send: null,
    status: 200,
    check: untouched,
  },
  {
    rule: 'MET-5 BOD-5',
    name: 'a content type without a body changes nothing',
    given: [{ username: 'met5_type', ...all }],
    headers: { 'content-type': 'application/json' },
    status: 200,
    check: untouched,
  },
  ...fields.flatMap((field) =>
    [[], [{}], ['a'], 'text', '', '{}', 0, 1, true, false].map(
      (value): Scenario => ({
        rule: 'MET-7',
        name: `${JSON.stringify(value)} is no ${field} to merge`,
        given: [{ email_address: [address()], ...all }],
        send: { ...all, [field]: value },
        status: 422,
        code: 'form_param_value_invalid',
        param: field,
        check: async (_answer, [user], server) =>
          assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user),
      }),
    ),
  ),
])

rule('MET-7', 'keys stay byte for byte: case, dots, spaces and empty ones', async (server) => {
  const keys = [
    'camelCase',
    'snake_case',
    'CAPS',
    'a.b',
    'a[0]',
    '$x',
    ' spaced ',
    '',
    'é',
    'e\u0301',
    '日本',
    '😀',
  ]
  const user = await server.create({ email_address: [address()] })
  for (const [i, key] of keys.entries()) {
    const patch = JSON.stringify({ [key]: i, nested: { [key]: i } })
    assert.equal((await sendMetadata(server, 'PATCH', user.id, patch)).status, 200)
  }
  const entries = keys.map((key, i) => `${JSON.stringify(key)}:${i}`).join(',')
  const [first, ...rest] = entries.split(',')
  const expected = `{${first},"nested":{${entries}},${rest.join(',')}}`
  assert.equal(metadataText(await server.request('GET', `/users/${user.id}`)), expected)
  for (const key of keys) await sendMetadata(server, 'PATCH', user.id, JSON.stringify({ [key]: null }))
  const left = metadataText(await server.request('GET', `/users/${user.id}`))
  assert.equal(left, `{"nested":{${entries}}}`)
})

rule('MET-9 TIM-4', 'a merge records one user.updated and moves updated_at to its time', async (server) => {
  const user = await server.create({ email_address: [address()] })
  server.clock.advance(5000)
  const answer = await sendMetadata(server, 'PATCH', user.id, '{"a":1}', 'unsafe_metadata')
  const [, event, ...more] = await server.events(user.id)
  assert.deepEqual(more, [])
  assert.equal(event!.type, 'user.updated')
  assert.equal(event!.at, answer.body.updated_at)
  assert.ok(answer.body.updated_at >= user.updated_at + 5000)
  assert.deepEqual(event!.details, { changed: ['unsafe_metadata'] })
})

rule('MET-5', 'what one user stores never reaches another one', async (server) => {
  const [ada, bob] = [
    await server.create({ email_address: [address()], ...all }),
    await server.create({ email_address: [address()], ...all }),
  ]
  for (const method of ['PATCH', 'PUT'] as const)
    for (const field of fields) {
      await sendMetadata(server, method, ada.id, '{"only":"ada"}', field)
      assert.deepEqual((await server.request('GET', `/users/${bob.id}`)).body, bob)
    }
  assert.equal((await server.events(bob.id)).length, 1)
  refused(await sendMetadata(server, 'PATCH', `${bob.id}x`, '{"a":1}'), 404, 'resource_not_found')
  assert.deepEqual((await server.request('GET', `/users/${bob.id}`)).body, bob)
})

rule('MET-8', '64 parallel merges of different keys lose none', async (server) => {
  const user = await server.create({ email_address: [address()], public_metadata: { kept: {} } })
  const keys = Array.from({ length: 64 }, (_, i) => `key${i}`)
  const answers = await Promise.all(
    keys.map((key) => sendMetadata(server, 'PATCH', user.id, `{"kept":{"${key}":"${key}"}}`)),
  )
  assert.deepEqual(
    answers.map((answer) => answer.status),
    Array(64).fill(200),
  )
  const { body } = await server.request('GET', `/users/${user.id}`)
  assert.deepEqual(body.public_metadata.kept, Object.fromEntries(keys.map((key) => [key, key])))
  assert.equal((await server.events(user.id)).length, 65)
  for (const [i, answer] of answers.entries())
    assert.equal(answer.body.public_metadata.kept[`key${i}`], `key${i}`)
})

rule('MET-8', 'parallel merges into different fields, and updates beside them, lose none', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const writes = Array.from({ length: 12 }, (_, i) => [
    ...fields.map((field) => sendMetadata(server, 'PATCH', user.id, `{"k${i}":${i}}`, field)),
    server.request('PATCH', `/users/${user.id}`, { body: { first_name: `Ada ${i}` } }),
  ]).flat()
  for (const answer of await Promise.all(writes)) assert.equal(answer.status, 200)
  const { body } = await server.request('GET', `/users/${user.id}`)
  const whole = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`k${i}`, i]))
  for (const field of fields) assert.deepEqual(body[field], whole, field)
  assert.match(body.first_name, /^Ada \d+$/)
})
