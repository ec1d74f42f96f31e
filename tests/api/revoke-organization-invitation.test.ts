import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { dayMs, invitation, member, revoking, statusOf } from './given-invitations.ts'
import { organization, recordOf } from './given-organizations.ts'
import { address, refused } from './given-users.ts'
import { accepted } from './invited-users.ts'

rule('OIN-17', 'an open one is revoked, once', async (server) => {
  const { id: organization_id } = await organization(server)
  const made = await invitation(server, organization_id)
  server.clock.advance(5)
  const { status, body } = await revoking(server, made)
  assert.equal(status, 200)
  const { updated_at, ...rest } = body
  const { updated_at: before, ...stayed } = made
  assert.deepEqual(rest, { ...stayed, status: 'revoked', url: null })
  assert.ok(updated_at > before)
  assert.equal(await statusOf(server, made), 'revoked')
  assert.deepEqual((await recordOf(server, made.id))[1], [
    'organizationInvitation.revoked',
    { organization_id },
  ])
  refused(await revoking(server, made), 404, 'organization_invitation_not_pending')
  assert.equal((await recordOf(server, made.id)).length, 2)
})

rule('OIN-17', 'one that was accepted, has run out, or is elsewhere is not revoked', async (server) => {
  const { id } = await organization(server)
  const { invited } = await accepted(server, id, address('joined'))
  const brief = await invitation(server, id, { expires_in_days: 1 })
  server.clock.advance(dayMs)
  for (const one of [invited, brief])
    refused(await revoking(server, one), 404, 'organization_invitation_not_pending')
  const other = await organization(server)
  const elsewhere = { ...(await invitation(server, id)), organization_id: other.id }
  refused(await revoking(server, elsewhere), 404, 'organization_invitation_not_found')
  refused(
    await revoking(server, { id: 'a%00b', organization_id: id }),
    404,
    'organization_invitation_not_found',
  )
  refused(await revoking(server, { ...brief, organization_id: 'org_nobody' }), 404, 'resource_not_found')
})

rule('OIN-18', 'in whose name it is revoked may manage the members', async (server) => {
  const admin = await server.create({ email_address: [address('admin')] })
  const { id } = await organization(server, { created_by: admin.id })
  const plain = await server.create({ email_address: [address('plain')] })
  await member(server, id, plain.id)
  const made = await invitation(server, id)
  for (const requesting_user_id of [plain.id, 'user_nobody'])
    refused(
      await revoking(server, made, { requesting_user_id }),
      403,
      'not_an_admin_in_organization requesting_user_id',
    )
  assert.equal(await statusOf(server, made), 'pending')
  assert.equal((await revoking(server, made, { requesting_user_id: admin.id })).status, 200)
  const next = await invitation(server, id)
  assert.equal((await revoking(server, next, { requesting_user_id: null })).status, 200)
})
