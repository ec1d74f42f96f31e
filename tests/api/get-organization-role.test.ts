import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { givenRole, notEnabled, withoutOrganizations } from './given-roles.ts'
import { refused } from './given-users.ts'

rule('ROL-6', 'a role is found by its id alone', async (server) => {
  const role = await givenRole(server)
  const { body } = await server.request('GET', `/organization_roles/${role.id}`)
  assert.deepEqual(body, role)
  for (const id of ['role_nobody', role.key, 'a%00b'])
    refused(await server.request('GET', `/organization_roles/${id}`), 404, 'resource_not_found')
})

rule(
  'ROL-16',
  'without organizations no role is found',
  async (server) => {
    const [role] = await server.rows('roles')
    refused(await server.request('GET', `/organization_roles/${role!.id}`), 403, notEnabled)
  },
  withoutOrganizations,
)
