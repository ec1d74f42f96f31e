import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const published: RuleOptions = {
  settings: { rate_limits: { preset: 'published' } },
  rateLimits: true,
  fresh: true,
}
const writes = {
  'updates of one user': (server: TestServer, id: string, n: number) =>
    server.request('PATCH', `/users/${id}`, { body: { first_name: `Ada ${n}` } }),
  'merges into one user': (server: TestServer, id: string, n: number) =>
    server.request('PATCH', `/users/${id}/metadata`, { body: { public_metadata: { n } } }),
  'replacements in one user': (server: TestServer, id: string, n: number) =>
    server.request('PUT', `/users/${id}/metadata`, { body: { public_metadata: { n } } }),
}

/** Seconds that real time may have passed beside the clock's. */
const fewSeconds = 3

function refusedForNow(answer: Answer): number {
  refused(answer, 429, 'too_many_requests')
  assert.match(answer.headers.get('retry-after') ?? '', /^[1-9]\d*$/)
  return Number(answer.headers.get('retry-after'))
}

for (const [name, write] of Object.entries(writes))
  rule(
    `${name.startsWith('updates') ? 'UPD-16' : 'RAT-4'} RAT-2`,
    `of ${name} within 10 seconds the 11th is refused, until Retry-After has passed`,
    async (server) => {
      const user = await server.create({ email_address: [address()] })
      const other = await server.create({ email_address: [address()] })
      for (let n = 1; n <= 10; n++) assert.equal((await write(server, user.id, n)).status, 200, `write ${n}`)
      const before = await server.request('GET', `/users/${user.id}`)
      const wait = refusedForNow(await write(server, user.id, 11))
      assert.ok(wait <= 10 && wait > 10 - fewSeconds, `${wait} seconds`)
      assert.equal((await server.request('GET', `/users/${user.id}`)).text, before.text)
      assert.equal((await server.events(user.id)).length, 11)
      assert.equal((await write(server, other.id, 1)).status, 200)
      assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
      server.clock.advance(wait * 1000)
      assert.equal((await write(server, user.id, 12)).status, 200)
      assert.equal((await server.events(user.id)).length, 12)
    },
    published,
  )

rule(
  'UPD-16',
  'updates that change nothing, or are refused, count like the others',
  async (server) => {
    const user = await server.create({ email_address: [address()], first_name: 'Ada' })
    const bodies = [
      {},
      { first_name: 'Ada' },
      { nickname: 'x' },
      { username: '1' },
      { profile_image_id: 'img_x' },
    ]
    for (const body of [...bodies, ...bodies])
      assert.notEqual((await server.request('PATCH', `/users/${user.id}`, { body })).status, 429)
    refusedForNow(await server.request('PATCH', `/users/${user.id}`, { body: {} }))
  },
  published,
)

rule(
  'UPD-16 RAT-3',
  'without the preset nobody counts updates',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    for (let n = 1; n <= 25; n++)
      for (const write of Object.values(writes))
        assert.equal((await write(server, user.id, n)).status, 200, `round ${n}`)
  },
  { rateLimits: true, fresh: true },
)
