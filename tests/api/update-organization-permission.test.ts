import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  keysOf,
  notEnabled,
  permissionKey,
  permissionPath,
  readRole,
  record,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

const patch = (server: TestServer, permission: Answer['body'], body: object) =>
  server.request('PATCH', permissionPath(permission), { body })

rule('PER-5', 'only what is given changes, and roles keep the permission', async (server) => {
  const permission = await givenPermission(server, { description: 'Old' })
  const role = await givenRole(server, { permissions: [permission.id] })
  server.clock.advance(1000)
  const key = permissionKey()
  const { body } = await patch(server, permission, { name: null, key, description: null })
  assert.deepEqual(body, { ...permission, key, updated_at: body.updated_at })
  assert.ok(body.updated_at > permission.updated_at)
  assert.deepEqual((await record(server, permission.id)).at(-1), ['permission.updated', { changed: ['key'] }])
  assert.deepEqual(keysOf((await readRole(server, role)).permissions), [key])
  const described = await patch(server, permission, { name: 'New', description: 'Now' })
  assert.deepEqual([described.body.name, described.body.description], ['New', 'Now'])
  const count = (await record(server, permission.id)).length
  assert.deepEqual((await patch(server, permission, { name: 'New', key })).body, described.body)
  assert.equal((await record(server, permission.id)).length, count)
})

rule('PER-5', 'what no permission can be is refused, and nothing changes', async (server) => {
  const permission = await givenPermission(server)
  const other = await givenPermission(server)
  const cases: [object, string][] = [
    [{ name: '' }, 'form_param_nil name'],
    [{ name: 'n'.repeat(257) }, 'form_param_max_length_exceeded name'],
    [{ key: other.key }, 'form_identifier_exists key'],
    [{ key: 'org:a' }, 'form_param_format_invalid key'],
    [{ key: 'org:sys_a:b' }, 'form_param_format_invalid key'],
  ]
  for (const [body, problem] of cases) refused(await patch(server, permission, body), 422, problem)
  refused(await patch(server, { id: 'perm_nobody' }, { name: 'X' }), 404, 'resource_not_found')
  assert.deepEqual((await server.request('GET', permissionPath(permission))).body, permission)
})

rule('PER-6', 'a permission of the system never changes', async (server) => {
  const permission = await byKey(server, 'permissions', 'org:sys_domains:read')
  const refusal = 'organization_system_permission_not_modifiable'
  refused(await patch(server, permission, { name: 'X' }), 403, refusal)
  refused(await patch(server, permission, {}), 403, refusal)
  assert.deepEqual(await byKey(server, 'permissions', permission.key), permission)
})

rule(
  'PER-9',
  'without organizations no permission changes',
  async (server) => {
    const [permission] = await server.rows('permissions')
    refused(await patch(server, permission, { name: 'X' }), 403, notEnabled)
  },
  withoutOrganizations,
)
