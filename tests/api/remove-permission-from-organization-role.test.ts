import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  grantPath,
  notEnabled,
  patchSettings,
  readRole,
  record,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

const take = (server: TestServer, role: Answer['body'], permission: Answer['body']) =>
  server.request('DELETE', grantPath(role, permission))

rule('ROL-15', 'a role loses a permission', async (server) => {
  const [first, second] = [await givenPermission(server), await givenPermission(server)]
  const role = await givenRole(server, { permissions: [first.id, second.id] })
  server.clock.advance(1000)
  const { body } = await take(server, role, first)
  assert.deepEqual(body, { ...role, permissions: [second], updated_at: body.updated_at })
  assert.ok(body.updated_at > role.updated_at)
  assert.deepEqual((await record(server, role.id)).at(-1), ['role.updated', { changed: ['permissions'] }])
  refused(await take(server, role, first), 404, 'organization_role_permission_association_not_found')
  refused(await take(server, role, { id: 'perm_nobody' }), 404, 'resource_not_found')
  refused(await take(server, { id: 'role_nobody' }, second), 404, 'resource_not_found')
  assert.deepEqual(await readRole(server, role), body)
})

rule(
  'ROL-9',
  'the creator role keeps what running an organization needs, whichever role it is',
  async (server) => {
    const admin = await byKey(server, 'roles', 'org:admin')
    const isNeeded = (key: string) => /^org:sys_(memberships:.*|profile:delete)$/.test(key)
    const refusal = 'organization_missing_creator_role_permissions'
    for (const permission of admin.permissions)
      if (isNeeded(permission.key)) refused(await take(server, admin, permission), 422, refusal)
    assert.deepEqual(await readRole(server, admin), admin)
    const other = admin.permissions.find(({ key }: { key: string }) => key === 'org:sys_billing:manage')
    assert.equal((await take(server, admin, other)).status, 200)
    const needed = admin.permissions.filter(({ key }: { key: string }) => isNeeded(key))
    const boss = await givenRole(server, { permissions: needed.map(({ id }: { id: string }) => id) })
    assert.equal(boss.is_creator_eligible, true)
    assert.equal((await patchSettings(server, { creator_role_id: boss.id })).status, 200)
    refused(await take(server, boss, needed[0]), 422, refusal)
    assert.equal((await take(server, admin, needed[0])).body.is_creator_eligible, false)
  },
  { fresh: true },
)

rule(
  'ROL-16',
  'without organizations nothing is removed',
  async (server) => refused(await take(server, { id: 'role_x' }, { id: 'perm_x' }), 403, notEnabled),
  withoutOrganizations,
)
