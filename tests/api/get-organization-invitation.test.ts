import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { invitation, member } from './given-invitations.ts'
import { organization } from './given-organizations.ts'
import { address, refused } from './given-users.ts'

rule('OIN-15', 'an invitation is read within its organization', async (server) => {
  const { id, slug } = await organization(server)
  const { url, ...made } = await invitation(server, id, { private_metadata: { seat: 4 } })
  const get = (organizationId: string, which: string) =>
    server.request('GET', `/organizations/${organizationId}/invitations/${which}`)
  for (const name of [id, slug]) assert.deepEqual((await get(name, made.id)).body, { ...made, url: null })
  refused(await get((await organization(server)).id, made.id), 404, 'organization_invitation_not_found')
  for (const which of ['orginv_nobody', 'a%00b'])
    refused(await get(id, which), 404, 'organization_invitation_not_found')
  refused(await get('org_nobody', made.id), 404, 'resource_not_found')
})

rule('OIN-15', 'an inviter who leaves stays named, one who is deleted does not', async (server) => {
  const inviter = await server.create({ email_address: [address('inviter')] })
  const { id } = await organization(server)
  await member(server, id, inviter.id, 'org:admin')
  await member(server, id, (await server.create({ email_address: [address()] })).id, 'org:admin')
  const { id: invitationId } = await invitation(server, id, { inviter_user_id: inviter.id })
  const inviterId = async () =>
    (await server.request('GET', `/organizations/${id}/invitations/${invitationId}`)).body.inviter_id
  await server.request('DELETE', `/organizations/${id}/memberships/${inviter.id}`)
  assert.equal(await inviterId(), inviter.id)
  await server.request('DELETE', `/users/${inviter.id}`)
  assert.equal(await inviterId(), null)
})
