import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { invitation, revoking } from './given-invitations.ts'
import { organization } from './given-organizations.ts'
import { address, refused } from './given-users.ts'
import { listed } from './listed-invitations.ts'

rule('OIN-16', 'all organizations, each with its own', async (server) => {
  const [one, other] = [await organization(server), await organization(server)]
  const word = address('all').split('@')[0]!
  const first = await invitation(server, one.id, { email_address: `${word}.x@example.com` })
  const second = await invitation(server, other.id, { email_address: `${word}.a@example.net` })
  const path = `/organization_invitations?query=${word.toUpperCase()}`
  const emails = [second.email_address, first.email_address]
  assert.deepEqual(await listed(server, path), [emails, 2])
  const { body } = await server.request('GET', path)
  const { id, name, slug, image_url, has_image } = other
  assert.deepEqual(body.data[0].public_organization_data, { id, name, slug, image_url, has_image })
  assert.equal(body.data[1].public_organization_data.id, one.id)
  assert.deepEqual(await listed(server, `${path}&order_by=email_address`), [emails, 2])
  assert.deepEqual(await listed(server, `${path}&order_by=-email_address&limit=1`), [[emails[1]], 2])
  await revoking(server, first)
  assert.deepEqual(await listed(server, `${path}&status=revoked`), [[emails[1]], 1])
  assert.deepEqual(await listed(server, `/organization_invitations?query=${word}%00`), [[], 0])
  const everything = await listed(server, '/organization_invitations?limit=500&query=%20')
  assert.ok(everything[1] >= 2 && emails.every((email) => everything[0].includes(email)))
})

rule('OIN-12 OIN-13', 'values that mean nothing are refused in the list of all', async (server) => {
  const get = (query: string) => server.request('GET', `/organization_invitations?${query}`)
  refused(await get('status=open'), 400, 'invalid_query_parameter_value status')
  refused(await get('order_by=name'), 422, 'form_param_value_invalid order_by')
  refused(await get('status=pending&'.repeat(101)), 422, 'form_param_array_size_exceeded status')
})
