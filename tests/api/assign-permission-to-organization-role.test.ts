import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  grantPath,
  keysOf,
  notEnabled,
  readRole,
  record,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

rule('ROL-14', 'a role gets a permission once', async (server) => {
  const role = await givenRole(server)
  const permission = await givenPermission(server)
  const system = await byKey(server, 'permissions', 'org:sys_domains:read')
  server.clock.advance(1000)
  const { body } = await server.request('POST', grantPath(role, permission))
  assert.deepEqual(body, { ...role, permissions: [permission], updated_at: body.updated_at })
  assert.ok(body.updated_at > role.updated_at)
  assert.deepEqual((await record(server, role.id)).at(-1), ['role.updated', { changed: ['permissions'] }])
  const both = (await server.request('POST', grantPath(role, system))).body
  assert.deepEqual(both.permissions, [system, permission])
  const again = await server.request('POST', grantPath(role, permission))
  refused(again, 409, 'organization_role_permission_association_exists')
  assert.deepEqual(await readRole(server, role), both)
})

rule('ROL-10', 'of parallel permissions the role gets all', async (server) => {
  const role = await givenRole(server)
  const given = []
  for (let n = 0; n < 5; n++) given.push(await givenPermission(server))
  const answers = await Promise.all(
    given.map((permission) => server.request('POST', grantPath(role, permission))),
  )
  for (const { status, text } of answers) assert.equal(status, 200, text)
  assert.deepEqual(keysOf((await readRole(server, role)).permissions), keysOf(given).toSorted())
})

rule('ROL-14', 'what is unknown cannot be assigned', async (server) => {
  const role = await givenRole(server)
  const permission = await givenPermission(server)
  for (const path of [
    grantPath(role, { id: 'perm_nobody' }),
    grantPath({ id: 'role_nobody' }, permission),
    grantPath(role, { id: permission.key }),
  ])
    refused(await server.request('POST', path), 404, 'resource_not_found')
  assert.deepEqual(await readRole(server, role), role)
})

rule(
  'ROL-16',
  'without organizations nothing is assigned',
  async (server) => {
    const path = grantPath({ id: 'role_x' }, { id: 'perm_x' })
    refused(await server.request('POST', path), 403, notEnabled)
  },
  withoutOrganizations,
)
