import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused } from './given-users.ts'
import { listed, ofEachStatus } from './listed-invitations.ts'

rule('OIN-12', 'the newest come first, and statuses restrict them', async (server) => {
  const { path, slug, expired, revoked, joined, pending } = await ofEachStatus(server)
  assert.deepEqual(await listed(server, path), [[pending, joined, revoked, expired], 4])
  assert.deepEqual(await listed(server, `/organizations/${slug}/invitations`), await listed(server, path))
  assert.deepEqual(await listed(server, `${path}?limit=2&offset=1`), [[joined, revoked], 4])
  assert.deepEqual(await listed(server, `${path}?limit=0&offset=-1&status=`), await listed(server, path))
  for (const [status, email] of Object.entries({ expired, revoked, accepted: joined, pending }))
    assert.deepEqual(await listed(server, `${path}?status=${status}`), [[email], 1])
  assert.deepEqual(await listed(server, `${path}?status=pending&status=expired`), [[pending, expired], 2])
  for (const query of ['status=open', 'status=pending&status=PENDING'])
    refused(await server.request('GET', `${path}?${query}`), 400, 'invalid_query_parameter_value status')
  const many = 'status=pending&'.repeat(101)
  refused(await server.request('GET', `${path}?${many}`), 422, 'form_param_array_size_exceeded status')
  const sought = encodeURIComponent(expired.toUpperCase())
  assert.deepEqual(await listed(server, `${path}?email_address=${sought}`), [[expired], 1])
  for (const nothing of ['ada', 'a%00b', 'someone@example.org'])
    assert.deepEqual(await listed(server, `${path}?email_address=${nothing}`), [[], 0])
  refused(await server.request('GET', '/organizations/org_nobody/invitations'), 404, 'resource_not_found')
})

rule('OIN-13', 'two fields order them, in both directions', async (server) => {
  const { path, expired, revoked, joined, pending } = await ofEachStatus(server)
  const byAddress = [expired, pending, joined, revoked]
  const inOrder = async (order: string) => (await listed(server, `${path}?order_by=${order}`))[0]
  assert.deepEqual(await inOrder('email_address'), byAddress)
  assert.deepEqual(await inOrder('%2Bemail_address'), byAddress)
  assert.deepEqual(await inOrder('-email_address'), byAddress.toReversed())
  assert.deepEqual(await inOrder('created_at'), [expired, revoked, joined, pending])
  refused(await server.request('GET', `${path}?order_by=status`), 422, 'form_param_value_invalid order_by')
})
