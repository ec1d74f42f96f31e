import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

let counter = 0
const three = (server: TestServer, more: object = {}) =>
  Promise.all(
    [1, 2, 3].map(() => server.create({ ...more, email_address: [`bulk.${++counter}@example.com`] })),
  )
const ids = (users: { id: string }[]) => users.map(({ id }) => id)
const ban = (server: TestServer, user_ids: unknown) =>
  server.request('POST', '/users/ban', { body: { user_ids } })
const unban = (server: TestServer, user_ids: unknown) =>
  server.request('POST', '/users/unban', { body: { user_ids } })

rule('BLB-1', 'all are banned, in the order of the ids, each once', async (server) => {
  const [a, b, c] = ids(await three(server)) as [string, string, string]
  const { status, body } = await ban(server, [c, a, c, b])
  assert.equal(status, 200)
  assert.deepEqual(ids(body), [c, a, b])
  for (const user of body) {
    assert.equal(user.banned, true)
    assert.deepEqual(user, (await server.request('GET', `/users/${user.id}`)).body)
    const events = await server.events(user.id)
    assert.equal(events.length, 2)
    assert.equal(events[1]!.details.action, 'user.banned')
  }
})

for (const [what, user_ids] of [
  ['no id', []],
  ['51 ids', Array.from({ length: 51 }, (_, i) => `user_${i}`)],
] as const)
  rule('BLB-2 BLU-1', `${what}: refused`, async (server) => {
    for (const request of [ban, unban]) {
      const { status, body } = await request(server, user_ids)
      assert.equal(status, 400)
      assert.equal(body.errors[0].code, 'bulk_size_exceeded')
      assert.equal(body.errors[0].meta.param_name, 'user_ids')
    }
  })

rule('BLB-2 BLU-1', 'fifty ids are not too many', async (server) => {
  const users = []
  for (let i = 0; i < 50; i++)
    users.push(await server.create({ email_address: [`fifty.${++counter}@example.com`] }))
  assert.equal((await ban(server, ids(users))).body.length, 50)
  assert.equal((await unban(server, ids(users))).body.length, 50)
})

rule('BLB-2 BLU-1', 'the ids must be an array of texts', async (server) => {
  for (const request of [ban, unban]) {
    assert.equal((await request(server, undefined)).body.errors[0].code, 'form_param_missing')
    assert.equal((await request(server, null)).body.errors[0].code, 'form_param_nil')
    assert.equal((await request(server, 'user_1')).body.errors[0].code, 'form_param_type_invalid')
    assert.equal((await request(server, [1])).body.errors[0].code, 'form_param_type_invalid')
  }
})

rule('BLB-3 BLU-2', 'one unknown id and nobody changes', async (server) => {
  const users = await three(server)
  for (const unknown of ['user_nobody', 'user_\0']) {
    const { status, body } = await ban(server, [...ids(users), unknown])
    if (unknown.includes('\0')) assert.equal(status, 422)
    else {
      assert.equal(status, 404)
      assert.equal(body.errors[0].code, 'resource_not_found')
      assert.match(body.errors[0].long_message, /user_nobody/)
    }
  }
  for (const { id, ...user } of users) {
    assert.partialDeepStrictEqual((await server.request('GET', `/users/${id}`)).body, user)
    assert.equal((await server.events(id)).length, 1)
  }
  await ban(server, ids(users))
  assert.equal((await unban(server, [...ids(users), 'user_nobody'])).status, 404)
  for (const { id } of users) assert.equal((await server.request('GET', `/users/${id}`)).body.banned, true)
})

rule(
  'BLB-4',
  'where bans are switched off nobody is banned',
  async (server) => {
    const users = await three(server)
    const { status, body } = await ban(server, ids(users))
    assert.equal(status, 402)
    assert.equal(body.errors[0].code, 'unsupported_subscription_plan_features')
    assert.equal((await unban(server, ids(users))).status, 200)
  },
  { settings: { supports_ban: false } },
)

rule('BLB-5', 'bans of the same users in other orders, all at once', async (server) => {
  const users = ids([...(await three(server)), ...(await three(server))])
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      (i % 2 ? ban : unban)(server, i % 4 < 2 ? users : users.toReversed()),
    ),
  )
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
})
