import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { givenTeam, memberPath, membershipEvents, person } from './given-members.ts'
import { refused } from './given-users.ts'

type Body = Answer['body']

const merge = (server: TestServer, organization: Body, user: Body, body: object) =>
  server.request('PATCH', `${memberPath(organization, user)}/metadata`, { body })

async function merged(...given: Parameters<typeof merge>): Promise<Body> {
  const answer = await merge(...given)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

rule('MBR-15', 'objects merge at every depth, null removes, all else replaces', async (server) => {
  const { organization, member } = await givenTeam(server)
  const start = { plan: { seats: 2, trial: true }, tags: [1, 2], keep: 'Ä' }
  await merged(server, organization, member, { public_metadata: start, private_metadata: { a: 1 } })
  const change = { public_metadata: { plan: { seats: 3, trial: null, new: { x: 1 } }, tags: [3] } }
  const after = await merged(server, organization, member, change)
  assert.deepEqual(after.public_metadata, { plan: { seats: 3, new: { x: 1 } }, tags: [3], keep: 'Ä' })
  assert.deepEqual(after.private_metadata, { a: 1 }, 'what is not sent stays')
})

rule('MBR-15', 'only a real change is recorded, by the names of the fields', async (server) => {
  const { organization, member, membership } = await givenTeam(server)
  server.clock.advance(1000)
  for (const body of [
    {},
    { public_metadata: {} },
    { public_metadata: null, private_metadata: null },
    { private_metadata: { gone: null } },
  ])
    assert.deepEqual(await merged(server, organization, member, body), membership)
  assert.equal((await membershipEvents(server, membership)).length, 1)
  const secret = { private_metadata: { token: 'hidden' } }
  const after = await merged(server, organization, member, secret)
  assert.ok(after.updated_at > membership.updated_at)
  const [, event] = await server.events(membership.id)
  assert.equal(event?.type, 'organizationMembership.updated')
  assert.deepEqual(event?.details.changed, ['private_metadata'])
  assert.doesNotMatch(JSON.stringify(event), /hidden/)
})

rule('MBR-15', 'of parallel merges every key stays', async (server) => {
  const { organization, member } = await givenTeam(server)
  const keys = Array.from({ length: 24 }, (_, i) => `key_${i}`)
  await Promise.all(
    keys.map((key) => merged(server, organization, member, { public_metadata: { all: { [key]: 1 } } })),
  )
  const last = await merged(server, organization, member, {})
  assert.deepEqual(Object.keys(last.public_metadata.all).sort(), keys.sort())
})

rule('MBR-16', 'the limit holds for the merged result', async (server) => {
  const { organization, member } = await givenTeam(server)
  const half = 'x'.repeat(4100)
  const before = await merged(server, organization, member, { public_metadata: { a: half } })
  refused(
    await merge(server, organization, member, {
      public_metadata: { b: half },
      private_metadata: { fits: true },
    }),
    422,
    'form_param_exceeds_allowed_size public_metadata',
  )
  assert.deepEqual(await merged(server, organization, member, {}), before)
  await merged(server, organization, member, { public_metadata: { a: null, b: half } })
})

rule('MBR-12', 'metadata of no member are unknown', async (server) => {
  const { organization, member } = await givenTeam(server)
  refused(await merge(server, { id: 'org_nobody' }, member, {}), 404, 'resource_not_found')
  refused(await merge(server, organization, await person(server), {}), 404, 'resource_not_found')
})
