import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { invitation } from './given-invitations.ts'
import { refused } from './given-users.ts'
import { listed, ofEachStatus } from './listed-invitations.ts'

rule('OIN-14', 'the deprecated list has the open ones', async (server) => {
  const { path, id, pending } = await ofEachStatus(server)
  const later = await invitation(server, id)
  assert.deepEqual(await listed(server, `${path}/pending`), [[later.email_address, pending], 2])
  assert.deepEqual(await listed(server, `${path}/pending?limit=1&offset=1`), [[pending], 2])
  const nowhere = await server.request('GET', '/organizations/org_nobody/invitations/pending')
  refused(nowhere, 404, 'resource_not_found')
})
