import assert from 'node:assert/strict'
import { NotFoundError, ValidationError } from '#sdk/errors.ts'
import type { Bartleby } from '#sdk/index.ts'
import { onServers } from '#tests/sdk/on-servers.ts'

const person = ({ users }: Bartleby, name: string) =>
  users.create({ emailAddress: [`${name}@example.com`], firstName: name })

async function gathered<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

onServers('organizations and their members are made, changed, paged through and removed', async (client) => {
  const { organizations, organizationMemberships: memberships, users } = client
  const founder = await person(client, 'founder')
  const made = await organizations.create({
    name: 'Paged',
    createdBy: founder.id,
    publicMetadata: { plan_name: 'pro' },
  })
  assert.deepEqual(
    [made.slug, made.createdBy, made.publicMetadata],
    ['paged', founder.id, { plan_name: 'pro' }],
  )
  for (const name of ['ada', 'bea', 'cyd', 'dot', 'eve']) {
    const { id: userId } = await person(client, name)
    await memberships.create(made.id, { userId, role: 'org:member' })
  }
  const page = await memberships.list(made.id, { limit: 2, orderBy: '+first_name' })
  assert.deepEqual([page.data.map(({ role }) => role), page.totalCount], [['org:member', 'org:member'], 6])
  const everybody = await gathered(memberships.iterate(made.id, { limit: 2, orderBy: '+first_name' }))
  assert.deepEqual(
    everybody.map(({ publicUserData }) => publicUserData.firstName),
    ['ada', 'bea', 'cyd', 'dot', 'eve', 'founder'],
  )
  const [first] = everybody
  const own = await gathered(users.iterateOrganizationMemberships(first!.publicUserData.userId))
  assert.deepEqual(own, [first])

  const changed = await organizations.update(made.id, { maxAllowedMemberships: 6 })
  assert.equal(changed.maxAllowedMemberships, 6)
  const { id: userId } = await person(client, 'late')
  await assert.rejects(memberships.create(made.id, { userId, role: 'org:member' }), {
    code: 'organization_membership_quota_exceeded',
  })
  await assert.rejects(memberships.delete(made.id, founder.id), {
    code: 'organization_minimum_permissions_needed',
  })
  assert.equal((await memberships.delete(made.id, first!.publicUserData.userId)).id, first!.id)
  assert.equal((await organizations.delete(made.id)).deleted, true)
  await assert.rejects(organizations.get(made.id), NotFoundError)
})

onServers('people are invited one by one and in bulk; roles say what they may', async (client) => {
  const { organizations, organizationInvitations: invitations, organizationRoles: roles } = client
  const { id } = await organizations.create({ name: 'Inviting' })
  const permission = await client.organizationPermissions.create({ name: 'Read', key: 'org:papers:read' })
  const role = await roles.create({ name: 'Reader', key: 'org:reader', permissions: [permission.id] })
  assert.deepEqual(
    role.permissions.map(({ key }) => key),
    ['org:papers:read'],
  )
  const one = await invitations.create(id, { emailAddress: 'one@example.com', role: 'org:reader' })
  assert.match(one.url ?? '', /\/v1\/tickets\/accept\?ticket=/)
  const many = await invitations.createMany(id, {
    invitations: [
      { emailAddress: 'two@example.com', role: 'org:member', publicMetadata: { desk_number: 2 } },
      { emailAddress: 'three@example.com', role: 'org:member' },
    ],
  })
  assert.deepEqual(many.data[0]!.publicMetadata, { desk_number: 2 })
  const twice = invitations.create(id, { emailAddress: 'one@example.com', role: 'org:member' })
  await assert.rejects(twice, ValidationError)
  await invitations.revoke(id, one.id)
  const open = await gathered(invitations.iterate(id, { status: ['pending'], limit: 1 }))
  assert.deepEqual(
    open.map(({ emailAddress, url }) => [emailAddress, url]),
    [
      ['three@example.com', null],
      ['two@example.com', null],
    ],
  )
  const bulk = await client.invitations.createMany({
    invitations: [{ emailAddress: 'four@example.com' }, { emailAddress: 'five@example.com' }],
  })
  assert.equal(bulk.length, 2)
  assert.equal((await client.invitations.list({ status: ['pending'] })).totalCount, 2)
})
