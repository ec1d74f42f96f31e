import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { givenTeam, join, joined, membersPath, person } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'
import { refused } from './given-users.ts'

const tooLarge = { text: 'x'.repeat(8192) }

rule('MBR-1', 'a member is added at once, with role and metadata', async (server) => {
  const user = await person(server, { first_name: 'Ada', username: 'joiner' })
  const organization = await newOrganization(server)
  const metadata = { public_metadata: { desk: 1.0 }, private_metadata: { salary: null, level: [1] } }
  const membership = await joined(server, organization, user, 'org:admin', metadata)
  assert.match(membership.id, /^orgmem_\w{27}$/)
  assert.partialDeepStrictEqual(membership, {
    object: 'organization_membership',
    role: 'org:admin',
    role_name: 'Admin',
    ...metadata,
    organization,
    public_user_data: {
      user_id: user.id,
      first_name: 'Ada',
      last_name: null,
      username: 'joiner',
      identifier: user.email_addresses[0].email_address,
      image_url: user.image_url,
      has_image: false,
      banned: false,
    },
  })
  assert.ok(membership.permissions.includes('org:sys_memberships:manage'))
  assert.equal(membership.created_at, membership.updated_at)
  const { body } = await server.request('GET', membersPath(organization))
  assert.deepEqual(body, { data: [membership], total_count: 1 })
  const [event, ...others] = await server.events(membership.id)
  assert.equal(others.length, 0)
  assert.equal(event?.type, 'organizationMembership.created')
  assert.deepEqual(event?.details, {
    organization_id: organization.id,
    user_id: user.id,
    role: 'org:admin',
  })
})

rule('MBR-1', 'without metadata, or with null, it is empty', async (server) => {
  const { organization } = await givenTeam(server)
  for (const more of [{}, { public_metadata: null, private_metadata: null }]) {
    const made = await joined(server, organization, await person(server), 'org:member', more)
    assert.deepEqual([made.public_metadata, made.private_metadata], [{}, {}])
    assert.deepEqual(made.permissions, ['org:sys_billing:read', 'org:sys_memberships:read'])
  }
})

rule('MBR-2', 'nobody becomes a member twice, whatever the role', async (server) => {
  const { organization, member, membership } = await givenTeam(server)
  for (const role of ['org:member', 'org:admin'])
    refused(await join(server, organization, member, role), 400, 'already_a_member_in_organization')
  const { body } = await server.request('GET', `${membersPath(organization)}?user_id=${member.id}`)
  assert.deepEqual(body.data, [membership])
})

rule('MBR-3', 'a full organization takes nobody, until somebody leaves', async (server) => {
  const { organization, member } = await givenTeam(server, { max_allowed_memberships: 2 })
  const next = await person(server)
  refused(await join(server, organization, next), 403, 'organization_membership_quota_exceeded')
  // Who is in already learns that, not that it is full.
  refused(await join(server, organization, member), 400, 'already_a_member_in_organization')
  await server.request('DELETE', `${membersPath(organization)}/${member.id}`)
  await joined(server, organization, next)
  const open = await newOrganization(server, { max_allowed_memberships: 0 })
  for (let i = 0; i < 6; i++) await joined(server, open, await person(server))
})

rule('MBR-5', 'unknown organizations, users and roles are told apart', async (server) => {
  const { organization, member } = await givenTeam(server)
  const user = await person(server)
  for (const id of ['org_nobody', organization.slug, 'org_%00'])
    refused(await join(server, { id }, user), 404, 'resource_not_found')
  for (const id of ['user_nobody', ''])
    refused(await join(server, organization, { id }), 404, 'resource_not_found')
  for (const role of ['org:nothing', '', 'admin'])
    refused(await join(server, organization, user, role), 422, 'form_resource_not_found role')
  assert.equal((await server.events(member.id)).length, 1)
  const { body } = await server.request('GET', membersPath(organization))
  assert.equal(body.total_count, 2)
})

rule('MBR-5', 'user and role must be given', async (server) => {
  const { organization } = await givenTeam(server)
  const answer = await server.request('POST', membersPath(organization), { body: {} })
  refused(answer, 422, 'form_param_missing user_id', 'form_param_missing role')
})

rule('MBR-6', 'metadata that is too large is refused', async (server) => {
  const { organization } = await givenTeam(server)
  const user = await person(server)
  const metadata = { public_metadata: tooLarge, private_metadata: tooLarge }
  refused(
    await join(server, organization, user, 'org:member', metadata),
    422,
    'form_param_exceeds_allowed_size public_metadata',
    'form_param_exceeds_allowed_size private_metadata',
  )
  const most = { text: 'x'.repeat(8192 - '{"text":""}'.length) }
  await joined(server, organization, user, 'org:member', { public_metadata: most })
})
