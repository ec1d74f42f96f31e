import assert from 'node:assert/strict'
import { replaceUserMetadata } from '#contract/users/replace-user-metadata.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { type MetadataField, metadataOfSize, metadataText, sendMetadata } from '#tests/api/metadata-text.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']
const stored = { plan: { seats: 2, trial: true }, tags: ['a', 'b'], note: 'kept' }
const all = { public_metadata: stored, private_metadata: stored, unsafe_metadata: stored }
const newUser = (server: TestServer) => server.create({ email_address: [address()], ...all })
const put = (server: TestServer, id: string, body: unknown) =>
  server.request('PUT', `/users/${id}/metadata`, { body })

const replacements: [ids: string, name: string, text: string][] = [
  ['RMD-1', 'an object takes the place of the stored one, without merging', '{"plan":{"seats":3},"fresh":1}'],
  ['RMD-1', 'nested objects do not merge', '{"plan":{"seats":2}}'],
  ['RMD-1', 'arrays do not join', '{"tags":["c"]}'],
  [
    'RMD-1',
    'the order of keys is that of what is sent',
    '{"note":"kept","tags":["a","b"],"plan":{"trial":true,"seats":2}}',
  ],
  ['RMD-3', '{} clears', '{}'],
  [
    'RMD-5',
    'nulls stay where they are sent',
    '{"plan":null,"a":{"b":null,"c":[null,{"d":null}]},"note":"kept"}',
  ],
]
for (const [ids, name, text] of replacements)
  rule(ids, `${name}, in each field`, async (server) => {
    for (const field of fields) {
      const user = await newUser(server)
      const answer = await sendMetadata(server, 'PUT', user.id, text, field)
      assert.equal(metadataText(answer, field), text)
      assert.deepEqual(answer.body, {
        ...user,
        [field]: JSON.parse(text),
        updated_at: answer.body.updated_at,
      })
      assert.equal((await server.request('GET', `/users/${user.id}`)).text, answer.text)
    }
  })

rule('RMD-4', 'null reads null in the private field and {} in the others', async (server) => {
  const read = { public_metadata: {}, private_metadata: null, unsafe_metadata: {} }
  for (const field of fields) {
    const user = await newUser(server)
    const { body } = await put(server, user.id, { [field]: null })
    assert.deepEqual(body, { ...user, [field]: read[field], updated_at: body.updated_at })
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, body)
    assert.deepEqual((await server.request('GET', `/users?user_id=${user.id}`)).body, [body])
    assert.equal((await server.events(user.id)).length, 2)
    server.clock.advance(1000)
    assert.deepEqual((await put(server, user.id, { [field]: null })).body, body)
    assert.equal((await server.events(user.id)).length, 2)
  }
})

rule('RMD-4', 'a stored null is replaced like any value', async (server) => {
  for (const field of fields) {
    const user = await newUser(server)
    await put(server, user.id, { [field]: null })
    assert.equal(metadataText(await sendMetadata(server, 'PUT', user.id, '{"a":1}', field), field), '{"a":1}')
    await put(server, user.id, { [field]: null })
    assert.equal(metadataText(await sendMetadata(server, 'PUT', user.id, '{}', field), field), '{}')
  }
})

rule(
  'RMD-2 RMD-8',
  'each subset of the fields replaces just these, in one request and one event',
  async (server) => {
    for (let subset = 0; subset < 8; subset++) {
      const sent = fields.filter((_, i) => subset & (1 << i))
      const user = await newUser(server)
      server.clock.advance(1000)
      const body = Object.fromEntries(sent.map((field) => [field, { from: field }]))
      const answer = await put(server, user.id, body)
      assert.deepEqual(answer.body, { ...user, ...body, updated_at: answer.body.updated_at })
      const [, event, ...more] = await server.events(user.id)
      assert.deepEqual(more, [])
      if (sent.length === 0) {
        assert.deepEqual(answer.body, user)
        assert.equal(event, undefined)
      } else {
        assert.equal(event!.type, 'user.updated')
        assert.deepEqual(event!.details, { changed: sent })
        assert.equal(event!.at, answer.body.updated_at)
        assert.ok(answer.body.updated_at >= user.updated_at + 1000)
      }
    }
  },
)

rule('RMD-8', 'only the fields that became different are named', async (server) => {
  const user = await newUser(server)
  const { body } = await put(server, user.id, { ...all, unsafe_metadata: { a: 1 } })
  assert.deepEqual(body, { ...user, unsafe_metadata: { a: 1 }, updated_at: body.updated_at })
  assert.deepEqual((await server.events(user.id))[1]!.details, { changed: ['unsafe_metadata'] })
})

const untouched: Scenario['check'] = async (answer, [user], server) => {
  assert.deepEqual(answer.body, user)
  assert.equal((await server.events(user.id)).length, 1)
}
const given = () => [{ email_address: [address()], ...all }]
scenarios(replaceUserMetadata, [
  {
    rule: 'RMD-2',
    name: 'a body of {} replaces nothing',
    given: given(),
    send: {},
    status: 200,
    check: untouched,
  },
  {
    rule: 'RMD-2 BOD-5',
    name: 'no body at all replaces nothing',
    given: given(),
    status: 200,
    check: untouched,
  },
  {
    rule: 'RMD-2 BOD-5',
    name: 'a body of null replaces nothing',
    given: given(),
    send: null,
    status: 200,
    check: untouched,
  },
  {
    rule: 'RMD-8 EVT-5',
    name: 'the values that are there replace nothing',
    given: given(),
    send: all,
    status: 200,
    check: untouched,
  },
  ...fields.flatMap((field) =>
    [[], [{}], 'text', '', '{}', 'null', 0, 1, true, false].map(
      (value): Scenario => ({
        rule: 'RMD-7',
        name: `${JSON.stringify(value)} is no ${field} to store`,
        given: given(),
        send: { public_metadata: {}, private_metadata: {}, unsafe_metadata: {}, [field]: value },
        status: 422,
        code: 'form_param_value_invalid',
        param: field,
        check: async (_answer, [user], server) =>
          assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user),
      }),
    ),
  ),
  {
    rule: 'RMD-7',
    name: 'each field that is no object is told',
    given: given(),
    send: { unsafe_metadata: 1, private_metadata: {}, public_metadata: [] },
    status: 422,
    code: ['form_param_value_invalid', 'form_param_value_invalid'],
    param: ['unsafe_metadata', 'public_metadata'],
  },
])

rule('RMD-6', 'a field over 8192 bytes is refused, and no field changes', async (server) => {
  const large = JSON.parse(metadataOfSize(8193, '😀'))
  for (const field of fields) {
    const user = await newUser(server)
    const others = Object.fromEntries(fields.map((one) => [one, {}]))
    refused(
      await put(server, user.id, { ...others, [field]: large }),
      422,
      `form_param_exceeds_allowed_size ${field}`,
    )
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    assert.equal((await server.events(user.id)).length, 1)
  }
})

rule('RMD-6', 'a full field makes room for another full one', async (server) => {
  const user = await newUser(server)
  for (const filler of ['x', 'é', '😀'])
    for (const field of fields) {
      const text = metadataOfSize(8192, filler)
      assert.equal(metadataText(await sendMetadata(server, 'PUT', user.id, text, field), field), text)
    }
})

rule('RMD-1', 'of parallel replacements one stays, whole', async (server) => {
  const user = await newUser(server)
  const texts = Array.from({ length: 16 }, (_, i) => `{"by":${i},"same":{"by":${i}},"k${i}":1}`)
  const answers = await Promise.all(texts.map((text) => sendMetadata(server, 'PUT', user.id, text)))
  for (const [i, answer] of answers.entries()) assert.equal(metadataText(answer), texts[i])
  assert.ok(texts.includes(metadataText(await server.request('GET', `/users/${user.id}`))))
  assert.equal((await server.events(user.id)).length, 17)
})
