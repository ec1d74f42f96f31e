import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { givenTeam, joined, person } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'

async function membershipsOf(server: TestServer, userId: string, query = '') {
  const answer = await server.request('GET', `/users/${userId}/organization_memberships?${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

rule('ORM-1 PAG-7', 'the newest membership comes first, and the total is of all pages', async (server) => {
  const user = await person(server)
  await givenTeam(server)
  const all = []
  for (let i = 0; i < 11; i++) {
    all.unshift(await joined(server, await newOrganization(server), user))
    server.clock.advance(1000)
  }
  assert.deepEqual(await membershipsOf(server, user.id), { data: all.slice(0, 10), total_count: 11 })
  const rest = await membershipsOf(server, user.id, 'limit=4&offset=8')
  assert.deepEqual(rest, { data: all.slice(8), total_count: 11 })
})

rule('ORM-2', 'each has the whole organization and the user', async (server) => {
  const { organization, admin, member } = await givenTeam(server, {
    max_allowed_memberships: 7,
    private_metadata: { plan: 'team' },
  })
  const [own] = (await membershipsOf(server, member.id)).data
  assert.deepEqual(own.organization, organization)
  assert.equal(own.public_user_data.user_id, member.id)
  assert.equal(own.public_user_data.identifier, member.email_addresses[0].email_address)
  assert.equal((await membershipsOf(server, admin.id)).data[0].role, 'org:admin')
})

rule('ORM-3', 'who is in no organization, or nobody, has an empty list', async (server) => {
  const user = await person(server)
  for (const id of [user.id, 'user_nobody', 'user_%00'])
    assert.deepEqual(await membershipsOf(server, id), { data: [], total_count: 0 })
})
