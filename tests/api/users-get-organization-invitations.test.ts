import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { dayMs, invitation, revoking } from './given-invitations.ts'
import { organization } from './given-organizations.ts'
import { address, refused } from './given-users.ts'
import { listed } from './listed-invitations.ts'

rule('ORI-1', 'those of the verified addresses, newest first', async (server) => {
  const { id } = await organization(server)
  const [verified, second, reserved, loose] = ['v', 's', 'r', 'l'].map((name) => address(name))
  const user = await server.create({
    email_address: [verified, second, reserved],
    email_address_identification_status: ['verified', 'verified', 'reserved'],
  })
  await server.request('POST', '/email_addresses', {
    body: { user_id: user.id, email_address: loose, verified: false },
  })
  for (const email_address of [verified, reserved, loose, second, address('other')])
    await invitation(server, id, { email_address: email_address!.toUpperCase() })
  const path = `/users/${user.id}/organization_invitations`
  assert.deepEqual(await listed(server, path), [[second, verified], 2])
  assert.deepEqual(await listed(server, `${path}?limit=1&offset=1`), [[verified], 2])
  const nobody = await server.create({ email_address: [address()] })
  assert.deepEqual(await listed(server, `/users/${nobody.id}/organization_invitations`), [[], 0])
  const nameless = await server.create({ username: `nameless_${Date.now()}` })
  assert.deepEqual(await listed(server, `/users/${nameless.id}/organization_invitations`), [[], 0])
})

rule('ORI-2 ORI-3', 'statuses filter, and the time tells which have run out', async (server) => {
  const { id, name } = await organization(server)
  const user = await server.create({ email_address: [address('status')] })
  const { email_address } = user.email_addresses[0]
  const revoked = await invitation(server, id, { email_address })
  await revoking(server, revoked)
  const brief = await invitation(server, id, { email_address, expires_in_days: 1 })
  const path = `/users/${user.id}/organization_invitations`
  const seen = async (query: string) => {
    const { body, text, status } = await server.request('GET', `${path}?${query}`)
    assert.equal(status, 200, text)
    return body.data.map(
      (one: { id: string; status: string; public_organization_data: { name: string } }) => [
        one.id,
        one.status,
        one.public_organization_data.name,
      ],
    )
  }
  assert.deepEqual(await seen('status=pending'), [[brief.id, 'pending', name]])
  server.clock.advance(dayMs)
  assert.deepEqual(await seen('status=pending'), [])
  assert.deepEqual(await seen('status=expired'), [[brief.id, 'expired', name]])
  const both = [
    [brief.id, 'expired', name],
    [revoked.id, 'revoked', name],
  ]
  assert.deepEqual(await seen('status=expired&status=revoked'), both)
  assert.deepEqual(await seen('status='), both)
  assert.deepEqual(await seen('status=accepted'), [])
  for (const status of ['open', 'Pending', 'expired,revoked'])
    refused(
      await server.request('GET', `${path}?status=${status}`),
      400,
      'invalid_query_parameter_value status',
    )
  const many = 'status=pending&'.repeat(101)
  refused(await server.request('GET', `${path}?${many}`), 422, 'form_param_array_size_exceeded status')
})

rule('ORI-4', 'an unknown user is unknown', async (server) => {
  for (const id of ['user_nobody', 'a%00b'])
    refused(await server.request('GET', `/users/${id}/organization_invitations`), 404, 'resource_not_found')
})

rule(
  'ORI-4',
  'without organizations there are no invitations',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    const answer = await server.request('GET', `/users/${user.id}/organization_invitations`)
    refused(answer, 403, 'organization_not_enabled_in_instance')
  },
  { settings: { organizations: { enabled: false } } },
)
