import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { rawly } from '#tests/stores/given.ts'
import { givenTeam, join, memberPath, person } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  notEnabled,
  patchSettings,
  readRole,
  record,
  rolePath,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

type Body = Answer['body']
const remove = (server: TestServer, role: Body) => server.request('DELETE', rolePath(role))

rule('ROL-11', 'a role that nobody uses is deleted, and recorded', async (server) => {
  const permission = await givenPermission(server)
  const role = await givenRole(server, { permissions: [permission.id] })
  const { body } = await remove(server, role)
  assert.deepEqual(body, { object: 'role', id: role.id, deleted: true })
  refused(await server.request('GET', rolePath(role)), 404, 'resource_not_found')
  refused(await remove(server, role), 404, 'resource_not_found')
  assert.deepEqual((await record(server, role.id)).at(-1), ['role.deleted', { key: role.key }])
  assert.equal((await givenRole(server, { key: role.key })).key, role.key)
})

rule('ROL-12', 'a role that members have stays until they have another one', async (server) => {
  const { organization, member } = await givenTeam(server)
  const role = await givenRole(server)
  const path = memberPath(organization, member)
  assert.equal((await server.request('PATCH', path, { body: { role: role.key } })).status, 200)
  refused(await remove(server, role), 422, 'organization_role_assigned_members')
  assert.equal((await server.request('PATCH', path, { body: { role: 'org:member' } })).status, 200)
  assert.equal((await remove(server, role)).status, 200)
})

/** An invitation as it lies in the database. */
const invite = (server: TestServer, organization: Body, role: Body, status: string, expireAt: number) =>
  rawly(
    server.database,
    `insert into organization_invitations
      (id, organization_id, email_address, normalized, role_id, token_hash, status, expire_at, created_at, updated_at,
       public_metadata, private_metadata)
     values ('orginv_${role.id}_${status}_${expireAt}', '${organization.id}', 'a@example.com', 'a@example.com',
       '${role.id}', 'hash_${role.id}_${status}_${expireAt}', '${status}', ${expireAt}, 1, 1, '{}', '{}')`,
  )

rule('ROL-12', 'a role that an open invitation promises stays until that is over', async (server) => {
  const organization = await newOrganization(server)
  const role = await givenRole(server)
  const now = Date.now()
  await invite(server, organization, role, 'revoked', now + 3_600_000)
  await invite(server, organization, role, 'pending', 1)
  await invite(server, organization, role, 'pending', server.clock.now + 600_000)
  refused(await remove(server, role), 422, 'organization_role_exists_in_invitations')
  assert.equal((await server.rows('organization_invitations')).length, 3)
  server.clock.advance(601_000)
  assert.equal((await remove(server, role)).status, 200)
  assert.deepEqual(await server.rows('organization_invitations'), [])
})

rule('ROL-12', 'a role that the settings name stays', async (server) => {
  const admin = await byKey(server, 'roles', 'org:admin')
  refused(await remove(server, admin), 422, 'organization_role_default_creator_role')
  const guest = await givenRole(server)
  assert.equal((await patchSettings(server, { domains_default_role_id: guest.id })).status, 200)
  refused(await remove(server, guest), 422, 'organization_role_domain_default_role')
  assert.deepEqual(await readRole(server, guest), guest)
})

rule('ROL-13', 'whoever gets the role in that moment keeps it, or nobody does', async (server) => {
  const organization = await newOrganization(server)
  for (let round = 0; round < 6; round++) {
    const role = await givenRole(server)
    const user = await person(server)
    const [deleted, membership] = await Promise.all([
      remove(server, role),
      join(server, organization, user, role.key),
    ])
    assert.equal([deleted, membership].filter(({ status }) => status === 200).length, 1, membership.text)
    if (deleted.status !== 200) refused(deleted, 422, 'organization_role_assigned_members')
    else assert.ok([409, 422].includes(membership.status), membership.text)
  }
})

rule(
  'ROL-16',
  'without organizations no role is deleted',
  async (server) => {
    const [role] = await server.rows('roles')
    refused(await remove(server, role), 403, notEnabled)
  },
  withoutOrganizations,
)
