import assert from 'node:assert/strict'
import { getOrganization } from '#contract/organizations/get-organization.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

rule('ORG-12 ORG-4', 'by id or slug, with counts where they are asked for', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const made = await organization(server, { name: 'Found Ltd', created_by: user.id })
  const read = async (path: string) => (await server.request('GET', `/organizations/${path}`)).body
  assert.deepEqual(await read(made.id), made)
  assert.deepEqual(await read('found-ltd'), made)
  assert.deepEqual(await read('FOUND-LTD'), made)
  assert.deepEqual(await read('found-ltd?include_members_count=false'), made)
  assert.deepEqual(
    await read(`${made.id}?include_members_count=true&include_missing_member_with_elevated_permissions=true`),
    {
      ...made,
      members_count: 1,
      pending_invitations_count: 0,
      missing_member_with_elevated_permissions: false,
    },
  )
})

rule('ORG-12', 'paths that change an organization know its id alone', async (server) => {
  const made = await organization(server, { name: 'By Id Alone' })
  const answer = await server.request('PATCH', `/organizations/${made.slug}`, { body: { name: 'Other' } })
  refused(answer, 404, 'resource_not_found')
  const removed = await server.request('DELETE', `/organizations/${made.slug}`)
  refused(removed, 404, 'resource_not_found')
})

scenarios(getOrganization, [
  ...['org_nobody', 'nobody', 'org_', '%00', 'a%00', 'org_%00', '%27'].map((organization_id) => ({
    rule: 'ORG-12',
    name: `${organization_id} names none`,
    params: () => ({ organization_id }),
    status: 404,
    code: 'resource_not_found',
  })),
  {
    rule: 'ORG-4',
    name: 'a switch that is neither is refused',
    params: () => ({ organization_id: 'nobody' }),
    query: 'include_members_count=1',
    status: 422,
    code: 'form_param_value_invalid',
  },
])
