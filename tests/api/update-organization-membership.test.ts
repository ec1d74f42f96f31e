import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { givenTeam, joined, memberPath, membershipEvents, person, rolesIn } from './given-members.ts'
import { refused } from './given-users.ts'

rule('MBR-10', 'a member gets another role and what it allows', async (server) => {
  const { organization, member, membership } = await givenTeam(server)
  server.clock.advance(1000)
  const answer = await server.request('PATCH', memberPath(organization, member), {
    body: { role: 'org:admin' },
  })
  assert.equal(answer.status, 200, answer.text)
  const { role, role_name, permissions, updated_at, ...rest } = answer.body
  assert.deepEqual([role, role_name, permissions.length], ['org:admin', 'Admin', 8])
  assert.ok(updated_at > membership.updated_at)
  assert.partialDeepStrictEqual(membership, rest)
  const [, event] = await server.events(membership.id)
  assert.equal(event?.type, 'organizationMembership.updated')
  assert.deepEqual(event?.details, {
    organization_id: organization.id,
    user_id: member.id,
    role: 'org:admin',
    previous_role: 'org:member',
  })
})

rule('MBR-10', 'the same role again changes nothing', async (server) => {
  const { organization, member, membership } = await givenTeam(server)
  server.clock.advance(1000)
  const answer = await server.request('PATCH', memberPath(organization, member), {
    body: { role: 'org:member' },
  })
  assert.deepEqual(answer.body, membership)
  assert.deepEqual(await membershipEvents(server, membership), ['organizationMembership.created'])
})

rule('MBR-11', 'the last member with all elevated permissions keeps them', async (server) => {
  const { organization, admin, member } = await givenTeam(server)
  const demote = (user: { id: string }) =>
    server.request('PATCH', memberPath(organization, user), { body: { role: 'org:member' } })
  refused(await demote(admin), 400, 'organization_minimum_permissions_needed')
  assert.deepEqual(await rolesIn(server, organization), {
    [admin.id]: 'org:admin',
    [member.id]: 'org:member',
  })
  // An admin of another organization does not help.
  await givenTeam(server)
  refused(await demote(admin), 400, 'organization_minimum_permissions_needed')
  const second = await person(server)
  await joined(server, organization, second, 'org:admin')
  assert.equal((await demote(admin)).status, 200)
  refused(await demote(second), 400, 'organization_minimum_permissions_needed')
  assert.equal((await demote(member)).status, 200)
})

rule('MBR-5 MBR-12', 'what is unknown is told apart on update', async (server) => {
  const { organization, member } = await givenTeam(server)
  const stranger = await person(server)
  const change = (of: { id: string }, user: { id: string }, role = 'org:admin') =>
    server.request('PATCH', memberPath(of, user), { body: { role } })
  refused(await change({ id: 'org_nobody' }, member), 404, 'resource_not_found')
  refused(await change({ id: organization.slug }, member), 404, 'resource_not_found')
  refused(await change(organization, stranger), 404, 'resource_not_found')
  refused(await change(organization, { id: 'user_%00' }), 404, 'resource_not_found')
  refused(await change(organization, member, 'org:nothing'), 422, 'form_resource_not_found role')
  const empty = await server.request('PATCH', memberPath(organization, member), { body: {} })
  refused(empty, 422, 'form_param_missing role')
  assert.equal((await rolesIn(server, organization))[member.id], 'org:member')
})
