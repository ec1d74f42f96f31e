import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  notEnabled,
  permissionPath,
  readRole,
  record,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

rule('PER-7', 'a permission is deleted from every role at once', async (server) => {
  const [gone, kept] = [await givenPermission(server), await givenPermission(server)]
  const both = await givenRole(server, { permissions: [gone.id, kept.id] })
  const one = await givenRole(server, { permissions: [gone.id] })
  const none = await givenRole(server, { permissions: [kept.id] })
  server.clock.advance(1000)
  const { body } = await server.request('DELETE', permissionPath(gone))
  assert.deepEqual(body, { object: 'permission', id: gone.id, deleted: true })
  const after = await readRole(server, both)
  assert.deepEqual(after, { ...both, permissions: [kept], updated_at: after.updated_at })
  assert.ok(after.updated_at > both.updated_at)
  assert.deepEqual((await readRole(server, one)).permissions, [])
  assert.deepEqual(await readRole(server, none), none)
  const details = { key: gone.key, roles: [both.key, one.key] }
  assert.deepEqual((await record(server, gone.id)).at(-1), ['permission.deleted', details])
  refused(await server.request('GET', permissionPath(gone)), 404, 'resource_not_found')
  refused(await server.request('DELETE', permissionPath(gone)), 404, 'resource_not_found')
})

rule('PER-6', 'a permission of the system cannot be deleted', async (server) => {
  const permission = await byKey(server, 'permissions', 'org:sys_profile:delete')
  const answer = await server.request('DELETE', permissionPath(permission))
  refused(answer, 403, 'organization_system_permission_not_modifiable')
  assert.deepEqual(await byKey(server, 'permissions', permission.key), permission)
})

rule(
  'PER-9',
  'without organizations no permission is deleted',
  async (server) => {
    const [permission] = await server.rows('permissions')
    refused(await server.request('DELETE', permissionPath(permission)), 403, notEnabled)
  },
  withoutOrganizations,
)
