import assert from 'node:assert/strict'
import { address, problems } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import {
  anything,
  call,
  countFrom,
  json,
  userFrom,
  usersFrom,
  type WireClient,
} from './clerk-backend-wire.ts'

/** It hands out plain hashes, and names no version. */
const ruby: WireClient = {
  headers: {
    'user-agent': 'Clerk/3.3.0; Faraday/1.1.0; Ruby/3.1.7',
    'x-clerk-sdk': 'ruby/3.3.0',
    accept: '*/*',
  },
  user: anything,
}

const make = (server: TestServer) =>
  userFrom(server, ruby, {
    method: 'POST',
    target: '/v1/users',
    ...json({ email_address: [address('ruby')] }),
  })

rule('QRY-1 QRY-2', 'Ruby writes brackets behind the name of a list', async (server) => {
  const [one, two, three] = [await make(server), await make(server), await make(server)]
  const ids = (users: { id: string }[]) => users.map(({ id }) => id).sort()
  const both = `user_id%5B%5D=${one.id}&user_id%5B%5D=${two.id}`
  assert.deepEqual(ids(await usersFrom(server, ruby, `/v1/users?limit=10&${both}`)), ids([one, two]))
  assert.equal(await countFrom(server, ruby, `/v1/users/count?${both}`), 2)
  assert.deepEqual(ids(await usersFrom(server, ruby, `/v1/users?user_id[]=${three.id}`)), [three.id])
  assert.deepEqual(ids(await usersFrom(server, ruby, `/v1/users?user_id=${one.id}`)), [one.id])
  const minus = `user_id%5B%5D=${one.id}&user_id%5B%5D=-${one.id}`
  assert.deepEqual(await usersFrom(server, ruby, `/v1/users?${minus}`), [])
})

rule('STR-8 DEL-1 UPD-1 MET-1', 'Ruby goes through the life of a user', async (server) => {
  const { id } = await make(server)
  const target = `/v1/users/${id}`
  const update = await userFrom(server, ruby, { method: 'PATCH', target, ...json({ first_name: 'Ada' }) })
  assert.equal(update.first_name, 'Ada')
  const merge = {
    method: 'PATCH',
    target: `${target}/metadata`,
    ...json({ public_metadata: { a: { B: 1 } } }),
  }
  assert.deepEqual((await userFrom(server, ruby, merge)).public_metadata, { a: { B: 1 } })
  assert.equal((await userFrom(server, ruby, { method: 'GET', target })).id, id)
  const gone = await call(server, ruby, { method: 'DELETE', target })
  assert.deepEqual(gone.body, { object: 'user', id, deleted: true })
})

rule('BOD-3 ERR-1', 'Ruby crashes on refusals of another content type, so there are none', async (server) => {
  const requests = [
    [404, 'resource_not_found', { method: 'GET', target: '/v1/users/user_nobody' }],
    [404, 'resource_not_found', { method: 'GET', target: '/v1/nothing/here' }],
    [400, 'request_body_invalid', { method: 'POST', target: '/v1/users', ...json('[') }],
    [
      422,
      'form_param_unknown shoe_size',
      { method: 'POST', target: '/v1/users', ...json({ shoe_size: 44 }) },
    ],
    [
      401,
      'authorization_header_format_invalid',
      { method: 'GET', target: '/v1/users', headers: { authorization: 'x' } },
    ],
  ] as const
  for (const [status, problem, request] of requests) {
    const answer = await call(server, ruby, request)
    assert.deepEqual([answer.status, problems(answer)], [status, [problem]])
  }
})
