import assert from 'node:assert/strict'
import { tableNames } from '#server/storage/tables.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { givenTeam, joined, memberPath, person, rolesIn } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'
import { givenSession } from './given-sessions.ts'
import { refused } from './given-users.ts'

const remove = (server: TestServer, organization: Answer['body'], user: Answer['body']) =>
  server.request('DELETE', memberPath(organization, user))

rule('MBR-13', 'who is removed is no member any more, and can become one again', async (server) => {
  const { organization, admin, member, membership } = await givenTeam(server)
  const answer = await remove(server, organization, member)
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual(answer.body, membership)
  assert.deepEqual(await rolesIn(server, organization), { [admin.id]: 'org:admin' })
  assert.deepEqual((await server.request('GET', `/users/${member.id}`)).body, member)
  const [, event] = await server.events(membership.id)
  assert.equal(event?.type, 'organizationMembership.deleted')
  assert.deepEqual(event?.details, {
    organization_id: organization.id,
    user_id: member.id,
    role: 'org:member',
  })
  refused(await remove(server, organization, member), 404, 'resource_not_found')
  const again = await joined(server, organization, member)
  assert.notEqual(again.id, membership.id)
})

rule('MBR-11', 'the last member with all elevated permissions stays', async (server) => {
  const { organization, admin, member } = await givenTeam(server)
  refused(await remove(server, organization, admin), 400, 'organization_minimum_permissions_needed')
  const second = await person(server)
  await joined(server, organization, second, 'org:admin')
  assert.equal((await remove(server, organization, admin)).status, 200)
  refused(await remove(server, organization, second), 400, 'organization_minimum_permissions_needed')
  assert.deepEqual(await rolesIn(server, organization), {
    [second.id]: 'org:admin',
    [member.id]: 'org:member',
  })
})

rule('MBR-14', 'no session stays active in an organization that its user has left', async (server) => {
  const { organization, admin, member } = await givenTeam(server)
  const other = await newOrganization(server)
  await joined(server, other, member)
  const within = (user: Answer['body'], { id }: Answer['body']) =>
    givenSession(server, user.id, { last_active_organization_id: id })
  const left = [await within(member, organization), await within(member, organization)]
  const elsewhere = await within(member, other)
  const adminsOwn = await within(admin, organization)
  assert.equal((await remove(server, organization, member)).status, 200)
  const active = async (id: string) =>
    (await server.request('GET', `/sessions/${id}`)).body.last_active_organization_id
  for (const id of left) assert.equal(await active(id), null)
  assert.equal(await active(elsewhere), other.id)
  assert.equal(await active(adminsOwn), organization.id)
})

rule('MBR-12', 'only members can be removed, and by the id of the organization', async (server) => {
  const { organization, member } = await givenTeam(server)
  refused(await remove(server, { id: 'org_nobody' }, member), 404, 'resource_not_found')
  refused(await remove(server, { id: organization.slug }, member), 404, 'resource_not_found')
  refused(await remove(server, organization, await person(server)), 404, 'resource_not_found')
  refused(await remove(server, organization, { id: 'user_%00' }), 404, 'resource_not_found')
})

rule('DEL-3', 'a deleted user is in no organization, even as the last admin', async (server) => {
  const { organization, admin, member } = await givenTeam(server)
  const [own] = (await server.request('GET', `/users/${admin.id}/organization_memberships`)).body.data
  assert.equal((await server.request('DELETE', `/users/${admin.id}`)).status, 200)
  assert.deepEqual(await rolesIn(server, organization), { [member.id]: 'org:member' })
  for (const table of tableNames.filter((name) => name !== 'events'))
    assert.doesNotMatch(JSON.stringify(await server.rows(table)), new RegExp(admin.id), table)
  const events = (await server.events(own.id)).map(({ type }) => type)
  assert.deepEqual(events, ['organizationMembership.created', 'organizationMembership.deleted'])
})
