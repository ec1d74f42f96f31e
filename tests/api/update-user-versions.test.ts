import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import {
  type MetadataField,
  metadataOfSize,
  metadataText,
  sendMetadata,
  waysToWrite,
} from '#tests/api/metadata-text.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']
const stored = { plan: { seats: 2, trial: true }, tags: ['a', 'b'], note: 'kept' }
const full = () => ({
  email_address: [address()],
  public_metadata: stored,
  private_metadata: stored,
  unsafe_metadata: stored,
})
const patch = (server: TestServer, id: string, body: object, version?: string) =>
  server.request('PATCH', `/users/${id}`, {
    body,
    ...(version ? { headers: { 'clerk-api-version': version } } : {}),
  })

for (const version of ['2021-02-05', '2024-10-01', '2025-03-12', '2025-04-10', '2025-11-10', undefined])
  rule(
    'UPD-12 VER-5',
    `metadata of an update replaces the field in ${version ?? 'no named version'}`,
    async (server) => {
      for (const field of fields) {
        const user = await server.create(full())
        const value = { plan: { trial: null }, fresh: [1] }
        const { status, body } = await patch(server, user.id, { [field]: value, first_name: 'Ada' }, version)
        assert.equal(status, 200)
        assert.deepEqual(body, {
          ...user,
          [field]: value,
          first_name: 'Ada',
          updated_at: body.updated_at,
          image_url: body.image_url,
          profile_image_url: body.profile_image_url,
        })
        const events = await server.events(user.id)
        assert.deepEqual(events[1]!.details, { changed: ['first_name', field] })
        assert.equal(events.length, 2)
      }
    },
  )

rule('UPD-12', 'the version in the query parameter counts as well', async (server) => {
  const user = await server.create(full())
  const path = `/users/${user.id}?__clerk_api_version`
  const body = { public_metadata: { a: 1 } }
  const older = await server.request('PATCH', `${path}=2025-11-10`, { body })
  assert.deepEqual(older.body.public_metadata, { a: 1 })
  refused(
    await server.request('PATCH', `${path}=2026-05-12`, { body: { public_metadata: {} } }),
    422,
    'form_param_unknown public_metadata',
  )
})

rule('UPD-12', '{} clears a field and null stores an empty object', async (server) => {
  for (const value of [{}, null]) {
    const user = await server.create(full())
    const { body } = await patch(server, user.id, { public_metadata: value, unsafe_metadata: value })
    assert.deepEqual(body, {
      ...user,
      public_metadata: {},
      unsafe_metadata: {},
      updated_at: body.updated_at,
    })
  }
  const user = await server.create(full())
  assert.deepEqual((await patch(server, user.id, { private_metadata: {} })).body.private_metadata, {})
})

rule('UPD-12', 'null for the private field stores null there, as a replacement does', async (server) => {
  const user = await server.create(full())
  const { body } = await patch(server, user.id, { private_metadata: null })
  assert.deepEqual(body, { ...user, private_metadata: null, updated_at: body.updated_at })
})

rule('UPD-12 EVT-5', 'the metadata that is there already changes nothing', async (server) => {
  const user = await server.create(full())
  server.clock.advance(1000)
  const { email_address, ...same } = full()
  assert.ok(email_address)
  assert.deepEqual((await patch(server, user.id, same)).body, user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule('UPD-12', 'a field over 8192 bytes is refused, and nothing beside it is changed', async (server) => {
  const user = await server.create(full())
  const write = waysToWrite['an update of the user']!
  for (const field of fields) {
    refused(
      await write(server, user.id, metadataOfSize(8193), field),
      422,
      `form_param_exceeds_allowed_size ${field}`,
    )
    assert.equal(metadataText(await write(server, user.id, metadataOfSize(8192), field), field).length, 8192)
  }
  const before = await server.request('GET', `/users/${user.id}`)
  const large = JSON.parse(metadataOfSize(8193, 'y'))
  const answer = await patch(server, user.id, {
    public_metadata: large,
    private_metadata: {},
    unsafe_metadata: large,
    first_name: 'Ada',
  })
  refused(
    answer,
    422,
    'form_param_exceeds_allowed_size public_metadata',
    'form_param_exceeds_allowed_size unsafe_metadata',
  )
  assert.equal((await server.request('GET', `/users/${user.id}`)).text, before.text)
})

rule('UPD-12', 'what is neither object nor null is refused as metadata of an update', async (server) => {
  const user = await server.create(full())
  for (const field of fields)
    for (const value of [[], [{}], 'text', '', 0, 1, true, false])
      refused(await patch(server, user.id, { [field]: value }), 422, `form_param_value_invalid ${field}`)
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

rule('UPD-11', 'from 2026-05-12 on each metadata key is unknown to an update', async (server) => {
  const user = await server.create(full())
  server.clock.advance(1000)
  for (const field of fields)
    for (const value of [{ a: 1 }, {}, null])
      refused(
        await patch(server, user.id, { [field]: value, first_name: 'Ada' }, '2026-05-12'),
        422,
        `form_param_unknown ${field}`,
      )
  const all = Object.fromEntries(fields.map((field) => [field, {}]))
  refused(
    await patch(server, user.id, all, '2026-05-12'),
    422,
    ...fields.map((field) => `form_param_unknown ${field}`),
  )
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule(
  'UPD-11 VER-8',
  'the other parameters and the metadata operations stay in 2026-05-12',
  async (server) => {
    const user = await server.create(full())
    const version = { 'clerk-api-version': '2026-05-12' }
    const named = await patch(server, user.id, { first_name: 'Ada', bypass_client_trust: true }, '2026-05-12')
    assert.partialDeepStrictEqual(named.body, {
      first_name: 'Ada',
      bypass_client_trust: true,
      ...{ id: user.id },
    })
    for (const method of ['PATCH', 'PUT']) {
      const answer = await server.request(method, `/users/${user.id}/metadata`, {
        body: { public_metadata: { by: method } },
        headers: version,
      })
      assert.equal(answer.body.public_metadata.by, method)
    }
  },
)

rule('UPD-12 MET-1 RMD-1', 'the three ways to write treat the same text differently', async (server) => {
  const sent = '{"plan":{"trial":null},"note":"new"}'
  const results: Record<string, string> = {
    'a merge': '{"plan":{"seats":2},"tags":["a","b"],"note":"new"}',
    'a replacement': sent,
    'an update of the user': sent,
  }
  for (const [way, write] of Object.entries(waysToWrite)) {
    const user = await server.create(full())
    assert.equal(metadataText(await write(server, user.id, sent)), results[way], way)
  }
  const user = await server.create(full())
  await sendMetadata(server, 'PUT', user.id, '{"a":{"b":1}}')
  assert.equal(
    metadataText(await sendMetadata(server, 'PATCH', user.id, '{"a":{"c":2}}')),
    '{"a":{"b":1,"c":2}}',
  )
})
