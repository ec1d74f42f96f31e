import assert from 'node:assert/strict'
import { holding } from '#tests/held-users.ts'
import { rule } from '#tests/rules.ts'
import { givenPermission, givenRole, grantPath, permissionPath, rolePath } from './given-roles.ts'
import { refused } from './given-users.ts'

rule(
  'ROL-17 PER-8 OST-9',
  'while somebody else changes roles or settings for too long, nothing changes',
  async (server) => {
    const kept = await givenPermission(server)
    const role = await givenRole(server, { permissions: [kept.id] })
    const permission = await givenPermission(server)
    const state = async () => [
      await server.rows('roles'),
      await server.rows('permissions'),
      await server.rows('role_permissions'),
      await server.rows('instance_settings'),
      await server.rows('events'),
    ]
    const before = await state()
    const requests: [string, string, object?][] = [
      ['POST', '/organization_roles', { name: 'Held', key: 'org:held' }],
      ['PATCH', rolePath(role), { name: 'Held' }],
      ['DELETE', rolePath(role)],
      ['POST', grantPath(role, permission)],
      ['DELETE', grantPath(role, kept)],
      ['POST', '/organization_permissions', { name: 'Held', key: 'org:held:read' }],
      ['PATCH', permissionPath(permission), { name: 'Held' }],
      ['DELETE', permissionPath(permission)],
      ['PATCH', '/instance/organization_settings', { slug_disabled: true }],
      ['PATCH', '/instance/restrictions', { blocklist: true }],
    ]
    const [instance] = await server.rows('instance')
    const ask = async () => {
      const answers = requests.map(([method, path, body]) => server.request(method, path, { body }))
      const away = server.engine === 'sqlite'
      for (const answer of await Promise.all(answers))
        refused(answer, away ? 503 : 409, away ? 'service_unavailable' : 'resource_locked')
    }
    await holding(server, [String(instance!.id)], ask, 'instance')
    assert.deepEqual(await state(), before)
  },
)
