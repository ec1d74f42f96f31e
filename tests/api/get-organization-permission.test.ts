import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { givenPermission, notEnabled, permissionPath, withoutOrganizations } from './given-roles.ts'
import { refused } from './given-users.ts'

rule('PER-4', 'a permission is found by its id alone', async (server) => {
  const permission = await givenPermission(server)
  const { body } = await server.request('GET', permissionPath(permission))
  assert.deepEqual(body, permission)
  for (const id of ['perm_nobody', permission.key, 'a%00b'])
    refused(await server.request('GET', permissionPath({ id })), 404, 'resource_not_found')
})

rule(
  'PER-9',
  'without organizations no permission is found',
  async (server) => {
    const [permission] = await server.rows('permissions')
    refused(await server.request('GET', permissionPath(permission)), 403, notEnabled)
  },
  withoutOrganizations,
)
