import assert from 'node:assert/strict'
import { storedSecretKey } from '#server/keys/secret-keys.ts'
import { behind } from '#tests/api/behind-the-server.ts'
import { address } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const send = (
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => server.request(method, path, { body, headers })

/** Each kind of write to a fresh user, and what its row must say beside actor, subject, time and trace. */
const writes: {
  name: string
  write: (server: TestServer, id: string, headers?: Record<string, string>) => Promise<Answer>
  type: string
  details: (id: string) => object
}[] = [
  {
    name: 'an update of attributes',
    write: (server, id, headers) =>
      send(
        server,
        'PATCH',
        `/users/${id}`,
        { last_name: 'B', first_name: 'A', external_id: `e-${id}` },
        headers,
      ),
    type: 'user.updated',
    details: () => ({ changed: ['external_id', 'first_name', 'last_name'] }),
  },
  {
    name: 'a rename',
    write: (server, id, headers) =>
      send(server, 'PATCH', `/users/${id}`, { username: id.slice(0, 20) }, headers),
    type: 'user.updated',
    details: () => ({ changed: ['username'] }),
  },
  {
    name: 'metadata of an update',
    write: (server, id, headers) =>
      send(server, 'PATCH', `/users/${id}`, { private_metadata: { a: 'secret-value' } }, headers),
    type: 'user.updated',
    details: () => ({ changed: ['private_metadata'] }),
  },
  {
    name: 'a merge',
    write: (server, id, headers) =>
      send(
        server,
        'PATCH',
        `/users/${id}/metadata`,
        { unsafe_metadata: { a: 1 }, public_metadata: { b: 'secret-value' } },
        headers,
      ),
    type: 'user.updated',
    details: () => ({ changed: ['public_metadata', 'unsafe_metadata'] }),
  },
  {
    name: 'a replacement',
    write: (server, id, headers) =>
      send(server, 'PUT', `/users/${id}/metadata`, { private_metadata: { c: 'secret-value' } }, headers),
    type: 'user.updated',
    details: () => ({ changed: ['private_metadata'] }),
  },
  {
    name: 'a delete',
    write: (server, id, headers) => send(server, 'DELETE', `/users/${id}`, undefined, headers),
    type: 'user.deleted',
    details: (id) => ({ object: 'user', id, deleted: true }),
  },
]

const onlyKey = async (server: TestServer) => {
  const keys = await server.rows('secret_keys')
  assert.equal(keys.length, 1)
  return `key:${keys[0]!.id}`
}

for (const { name, write, type, details } of writes)
  rule(
    'EVT-1 EVT-2 EVT-3',
    `${name} adds exactly one row that says who, what, when and why`,
    async (server) => {
      const user = await server.create({ email_address: [address()] })
      const before = await server.events()
      server.clock.advance(10_000)
      const from = server.clock.now
      const answer = await write(server, user.id)
      assert.equal(answer.status, 200, answer.text)
      const [event, ...more] = (await server.events()).slice(before.length)
      assert.deepEqual(more, [])
      assert.ok(event!.id > before.at(-1)!.id)
      assert.equal(event!.type, type)
      assert.equal(event!.actor, await onlyKey(server))
      assert.match(event!.actor, /^key:key_[0-9A-Za-z]{27}$/)
      assert.equal(event!.subject, user.id)
      assert.equal(event!.trace_id, answer.headers.get('clerk-trace-id'))
      assert.deepEqual(event!.details, details(user.id))
      assert.ok(Number.isInteger(event!.at) && event!.at >= from && event!.at < from + 60_000)
      if (answer.body.updated_at) assert.equal(event!.at, answer.body.updated_at)
      assert.doesNotMatch(JSON.stringify(event), /secret-value/)
    },
  )

rule('EVT-1 EVT-2 CRT-27', 'a create adds exactly one row', async (server) => {
  const before = await server.events()
  const answer = await send(server, 'POST', '/users', {
    email_address: [address(), address()],
    username: 'evt_create',
    private_metadata: { a: 'secret-value' },
  })
  const [event, ...more] = (await server.events()).slice(before.length)
  assert.deepEqual(more, [])
  assert.equal(event!.type, 'user.created')
  assert.equal(event!.actor, await onlyKey(server))
  assert.equal(event!.subject, answer.body.id)
  assert.equal(event!.at, answer.body.updated_at)
  assert.equal(event!.trace_id, answer.headers.get('clerk-trace-id'))
  assert.doesNotMatch(JSON.stringify(event), /secret-value|example\.com/)
})

rule(
  'EVT-2',
  'the actor is the key that was presented, not another valid one',
  async (server) => {
    const secondKey = `sk_test_${'a1B2c3D4e5F6'.repeat(4)}`
    const { id, hash, hint, created_at } = storedSecretKey(secondKey, server.clock.now)
    await behind(
      server,
      `insert into secret_keys (id, hash, hint, created_at, revoked_at)
       values ('${id}', '${hash}', '${hint}', ${created_at}, null)`,
    )
    const first = (await server.rows('secret_keys')).find((row) => row.id !== id)!
    const headers = { authorization: `Bearer ${secondKey}` }
    for (const { name, write } of writes) {
      const user = await server.create({ email_address: [address()] })
      assert.equal((await write(server, user.id, headers)).status, 200, name)
      const [created, event] = await server.events(user.id)
      assert.equal(created!.actor, `key:${first.id}`)
      assert.equal(event!.actor, `key:${id}`, name)
    }
  },
  { fresh: true },
)

rule('EVT-3', 'no row holds the secret key, a hash of it, or anything that was given', async (server) => {
  const given = { first_name: 'Nomen-Nescio', public_metadata: { word: 'Nomen-Nescio' } }
  const user = await server.create({ email_address: ['nomen-nescio@example.com'], ...given })
  await send(server, 'PATCH', `/users/${user.id}`, { last_name: 'Nomen-Nescio', username: 'Nomen-Nescio' })
  await send(server, 'PATCH', `/users/${user.id}/metadata`, { unsafe_metadata: { word: 'Nomen-Nescio' } })
  await send(server, 'DELETE', `/users/${user.id}`)
  const rows = await server.events(user.id)
  assert.equal(rows.length, 4)
  const text = JSON.stringify(await server.rows('events'))
  assert.doesNotMatch(text, /nomen-nescio/i)
  const [key] = await server.rows('secret_keys')
  for (const secret of [server.secretKey, String(key!.hash)]) assert.ok(!text.includes(secret))
})

rule('EVT-4', 'a refused write adds no row, whatever it is refused for', async (server) => {
  const user = await server.create({ email_address: [address()], username: 'evt4_user' })
  await server.create({ email_address: [address()], username: 'evt4_other', external_id: 'evt4' })
  const at = `/users/${user.id}`
  const large = { a: 'x'.repeat(8192) }
  const refusals: [method: string, path: string, body: unknown, headers?: Record<string, string>][] = [
    ['POST', '/users', { username: 'EVT4_OTHER', email_address: [address()] }],
    ['POST', '/users', { external_id: 'evt4', email_address: [address()] }],
    ['POST', '/users', { email_address: ['no address'] }],
    ['POST', '/users', {}],
    ['PATCH', at, { username: 'evt4_other', first_name: 'A' }],
    ['PATCH', at, { external_id: 'evt4', username: 'evt4_fine' }],
    ['PATCH', at, { username: '1234' }],
    ['PATCH', at, { unknown: 1, first_name: 'A' }],
    ['PATCH', at, { primary_email_address_id: 'idn_nobody', first_name: 'A' }],
    ['PATCH', at, { profile_image_id: 'img_nobody', first_name: 'A' }],
    ['PATCH', at, { public_metadata: {} }, { 'clerk-api-version': '2026-05-12' }],
    ['PATCH', at, { first_name: 'A' }, { 'clerk-api-version': '2000-01-01' }],
    ['PATCH', at, { first_name: 'A' }, { authorization: 'Bearer sk_test_wrong' }],
    ['PATCH', `${at}/metadata`, { public_metadata: large, private_metadata: { a: 1 } }],
    ['PUT', `${at}/metadata`, { public_metadata: large, private_metadata: { a: 1 } }],
    ['PUT', `${at}/metadata`, { public_metadata: 1 }],
    ['PATCH', '/users/user_nobody', { first_name: 'A' }],
    ['PATCH', '/users/user_nobody/metadata', { public_metadata: { a: 1 } }],
    ['PUT', '/users/user_nobody/metadata', { public_metadata: { a: 1 } }],
    ['DELETE', '/users/user_nobody', undefined],
    ['DELETE', at, undefined, { authorization: 'Bearer sk_test_wrong' }],
  ]
  const before = await server.rows('events')
  for (const [method, path, body, headers] of refusals) {
    const answer = await send(server, method, path, body, headers)
    assert.ok(answer.status >= 400 && answer.status < 500, `${method} ${path}: ${answer.text}`)
    assert.deepEqual(await server.rows('events'), before, `${method} ${path} ${JSON.stringify(body)}`)
  }
  assert.deepEqual((await send(server, 'GET', at)).body, user)
})

rule('EVT-5', 'reads, and writes that change nothing, add no row and move no time', async (server) => {
  const data = {
    username: 'evt5_user',
    external_id: 'evt5',
    first_name: 'Ada',
    public_metadata: { a: { b: 1 } },
  }
  const user = await server.create({ email_address: [address()], ...data })
  const at = `/users/${user.id}`
  const calls: [method: string, path: string, body?: unknown][] = [
    ['GET', at],
    ['GET', '/users'],
    ['GET', '/users/count'],
    ['PATCH', at, {}],
    ['PATCH', at, data],
    ['PATCH', at, { primary_email_address_id: user.primary_email_address_id, last_name: null, locale: '' }],
    ['PATCH', at, { created_at: new Date(user.created_at).toISOString(), delete_self_enabled: true }],
    ['PATCH', `${at}/metadata`, { public_metadata: { a: { b: 1, c: null } }, private_metadata: {} }],
    ['PATCH', `${at}/metadata`, { public_metadata: null, private_metadata: null, unsafe_metadata: null }],
    ['PUT', `${at}/metadata`, { public_metadata: { a: { b: 1 } }, unsafe_metadata: null }],
  ]
  const before = [
    await server.rows('events'),
    await server.rows('users'),
    await server.rows('identifications'),
  ]
  for (const [method, path, body] of calls) {
    server.clock.advance(1000)
    assert.equal((await send(server, method, path, body)).status, 200)
    const now = [
      await server.rows('events'),
      await server.rows('users'),
      await server.rows('identifications'),
    ]
    assert.deepEqual(now, before, `${method} ${path} ${JSON.stringify(body)}`)
  }
})

rule(
  'EVT-1',
  'of parallel writes each successful one has its row, with a trace id of its own',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    const calls = Array.from({ length: 20 }, (_, i) =>
      send(server, 'PATCH', `/users/${user.id}/metadata`, { public_metadata: { [`k${i}`]: i } }),
    )
    const traces = (await Promise.all(calls)).map((answer) => answer.headers.get('clerk-trace-id'))
    const rows = (await server.events(user.id)).slice(1)
    assert.deepEqual(rows.map((row) => row.trace_id).sort(), traces.sort())
    assert.equal(new Set(traces).size, 20)
  },
)
