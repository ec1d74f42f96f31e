import assert from 'node:assert/strict'
import { behind } from '#tests/api/behind-the-server.ts'
import { address } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

/** From here on the database refuses every new row of the record: before it is there, or once it is. */
const breakEvents = (server: TestServer, when: 'before' | 'after') =>
  server.engine === 'sqlite'
    ? behind(
        server,
        `create trigger broken ${when} insert on events begin select raise(abort, 'broken on purpose'); end`,
      )
    : behind(
        server,
        `create function broken() returns trigger language plpgsql as
         $$ begin raise exception 'broken on purpose'; end $$`,
        `create trigger broken ${when} insert on events for each row execute function broken()`,
      )
const mend = (server: TestServer) =>
  server.engine === 'sqlite'
    ? behind(server, 'drop trigger broken')
    : behind(server, 'drop trigger broken on events', 'drop function broken()')

const state = async (server: TestServer) => ({
  users: await server.rows('users'),
  identifications: await server.rows('identifications'),
  events: await server.rows('events'),
})

for (const when of ['before', 'after'] as const)
  rule(
    'EVT-6 ERR-7',
    `no change without its row: where the row fails ${when} it is written, nothing is changed`,
    async (server) => {
      const user = await server.create({ email_address: [address()], username: 'evt6_user' })
      const at = `/users/${user.id}`
      const writes: [method: string, path: string, body?: unknown][] = [
        ['POST', '/users', { email_address: [address()], username: 'evt6_new' }],
        ['PATCH', at, { first_name: 'Ada', username: 'evt6_renamed', external_id: 'evt6' }],
        ['PATCH', `${at}/metadata`, { public_metadata: { a: 1 } }],
        ['PUT', `${at}/metadata`, { private_metadata: { a: 1 } }],
        ['DELETE', at],
      ]
      const before = await state(server)
      await breakEvents(server, when)
      for (const [method, path, body] of writes) {
        const answer: Answer = await server.request(method, path, { body })
        assert.equal(answer.status, 500, answer.text)
        assert.equal(answer.body.errors[0].code, 'internal_clerk_error')
        assert.doesNotMatch(answer.text, /broken|events|insert|trigger|\.ts/i)
        assert.deepEqual(await state(server), before, `${method} ${path}`)
      }
      await mend(server)
      for (const [method, path, body] of writes)
        assert.equal((await server.request(method, path, { body })).status, 200, `${method} ${path}`)
      assert.equal((await server.rows('events')).length, before.events.length + writes.length)
    },
    { fresh: true },
  )

rule('EVT-6', 'no row without its change: of racing claims only the winner is recorded', async (server) => {
  const users = []
  for (let i = 0; i < 8; i++) users.push(await server.create({ email_address: [address()] }))
  const answers = await Promise.all(
    users.map((user) => server.request('PATCH', `/users/${user.id}`, { body: { username: 'evt6_raced' } })),
  )
  const winners = users.filter((_, i) => answers[i]!.status === 200)
  assert.equal(winners.length, 1)
  for (const [i, user] of users.entries()) {
    assert.ok([200, 422].includes(answers[i]!.status))
    const won = user === winners[0]
    assert.equal((await server.events(user.id)).length, won ? 2 : 1)
    const { username } = (await server.request('GET', `/users/${user.id}`)).body
    assert.equal(username, won ? 'evt6_raced' : null)
  }
})

rule(
  'EVT-7',
  'the table refuses to change or remove a row, whoever asks',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    await server.request('PATCH', `/users/${user.id}`, { body: { first_name: 'Ada' } })
    await server.request('DELETE', `/users/${user.id}`)
    const before = await server.rows('events')
    assert.equal(before.length, 3)
    const attempts = [
      `update events set type = 'user.forged'`,
      `update events set details = '{}' where subject = '${user.id}'`,
      `update events set trace_id = '', at = 0`,
      'delete from events',
      `delete from events where type = 'user.deleted'`,
      ...(server.engine === 'postgres'
        ? ['truncate events', 'truncate events restart identity cascade']
        : []),
    ]
    for (const attempt of attempts) {
      await assert.rejects(behind(server, attempt), /events is append-only/, attempt)
      assert.deepEqual(await server.rows('events'), before, attempt)
    }
  },
  { fresh: true },
)

rule(
  'EVT-7',
  'a row cannot be overwritten by an insert of its id',
  async (server) => {
    await server.create({ email_address: [address()] })
    const before = await server.rows('events')
    const { id } = before[0]!
    const forged =
      server.engine === 'sqlite'
        ? `insert or replace into events (id, type, actor, subject, at, trace_id, details)
           values (${id}, 'forged', 'x', 'x', 0, 'x', '{}')`
        : `insert into events (id, type, actor, subject, at, trace_id, details) overriding system value
           values (${id}, 'forged', 'x', 'x', 0, 'x', '{}') on conflict (id) do update set type = 'forged'`
    await assert.rejects(behind(server, forged))
    assert.deepEqual(await server.rows('events'), before)
  },
  { fresh: true },
)

rule(
  'EVT-7',
  'later writes, deletes included, leave the earlier rows as they are',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    let seen = await server.rows('events')
    const at = `/users/${user.id}`
    for (const [method, path, body] of [
      ['PATCH', at, { first_name: 'Ada' }],
      ['PATCH', `${at}/metadata`, { public_metadata: { a: 1 } }],
      ['PUT', `${at}/metadata`, { public_metadata: {} }],
      ['DELETE', at],
      ['POST', '/users', { email_address: [address()] }],
    ] as [string, string, object?][]) {
      assert.equal((await server.request(method, path, { body })).status, 200)
      const rows = await server.rows('events')
      assert.equal(rows.length, seen.length + 1)
      assert.deepEqual(rows.slice(0, -1), seen)
      seen = rows
    }
  },
  { fresh: true },
)
