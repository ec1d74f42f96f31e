import assert from 'node:assert/strict'
import { dayMs, invitation, member, revoking, statusOf } from '#tests/api/given-invitations.ts'
import { membershipRows, organization, recordOf } from '#tests/api/given-organizations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { accepted, accepting } from '#tests/api/invited-users.ts'
import { rule } from '#tests/rules.ts'
import { signedIn } from './signed-in.ts'

const native = { native: true }
const unknown = [404, 'organization_invitation_not_found'] as const

rule('OIN-19', 'who has verified the address becomes a member as invited', async (server) => {
  const { id: organization_id } = await organization(server)
  const email = address('grace')
  const { invited, user } = await accepted(server, organization_id, email.toUpperCase(), {
    role: 'org:admin',
    public_metadata: { team: 'compilers' },
    private_metadata: { seat: 4 },
  })
  assert.equal(await statusOf(server, invited), 'accepted')
  const { body } = await server.request('GET', `/organizations/${organization_id}/memberships`)
  assert.equal(body.total_count, 1)
  const [joined] = body.data
  assert.deepEqual(
    [joined.role, joined.public_metadata, joined.private_metadata, joined.public_user_data.user_id],
    ['org:admin', { team: 'compilers' }, { seat: 4 }, user.id],
  )
  const details = { organization_id, user_id: user.id, role: 'org:admin' }
  assert.deepEqual((await recordOf(server, invited.id)).at(-1), ['organizationInvitation.accepted', details])
  assert.deepEqual(await recordOf(server, joined.id), [['organizationMembership.created', details]])
})

rule('OIN-20', 'only a verified address of the user proves anything', async (server) => {
  const { id } = await organization(server)
  const [reserved, loose, kept, left] = ['reserved', 'loose', 'kept', 'left'].map((name) => address(name))
  const visitor = await signedIn(
    server,
    {
      email_address: [kept, left, reserved],
      email_address_identification_status: ['verified', 'verified', 'reserved'],
    },
    native,
  )
  await server.request('POST', '/email_addresses', {
    body: { user_id: visitor.user.id, email_address: loose, verified: false },
  })
  for (const email_address of [reserved, loose, address('other')])
    refused(await accepting(visitor, (await invitation(server, id, { email_address })).id), ...unknown)
  for (const nowhere of ['orginv_nobody', 'a%00b']) refused(await accepting(visitor, nowhere), ...unknown)

  const late = await invitation(server, id, { email_address: left })
  const { body } = await server.request('GET', `/users/${visitor.user.id}`)
  const own = body.email_addresses.find((one: { email_address: string }) => one.email_address === left)
  assert.equal((await server.request('DELETE', `/email_addresses/${own.id}`)).status, 200)
  refused(await accepting(visitor, late.id), ...unknown)
  assert.deepEqual(await membershipRows(server, id), [])
  const good = await invitation(server, id, { email_address: kept })
  assert.equal((await accepting(visitor, good.id)).status, 200)
})

rule('OIN-21', 'what is no longer open cannot be accepted', async (server) => {
  const { id } = await organization(server)
  const { invited, visitor, user } = await accepted(server, id, address('again'))
  refused(await accepting(visitor, invited.id), 400, 'organization_invitation_already_accepted')
  await server.request('DELETE', `/organizations/${id}/memberships/${user.id}`)
  const other = await signedIn(server, { email_address: [address('other')] }, native)
  refused(await accepting(other, invited.id), ...unknown)

  const { id: second } = await organization(server)
  const { email_address } = invited
  const revoked = await invitation(server, second, { email_address })
  await revoking(server, revoked)
  refused(await accepting(visitor, revoked.id), 400, 'organization_invitation_revoked_code')
  const brief = await invitation(server, second, { email_address, expires_in_days: 1 })
  server.clock.advance(dayMs)
  refused(await accepting(visitor, brief.id), 404, 'organization_invitation_not_pending')
  assert.deepEqual(await membershipRows(server, second), [])
})

rule('OIN-22', 'who finds the organization full finds the invitation open later', async (server) => {
  const { id } = await organization(server, { max_allowed_memberships: 1 })
  const email_address = address('late')
  const invited = await invitation(server, id, { email_address })
  const visitor = await signedIn(server, { email_address: [email_address] }, native)
  const first = await server.create({ email_address: [address('first')] })
  await member(server, id, first.id)
  refused(await accepting(visitor, invited.id), 403, 'organization_membership_quota_exceeded')
  assert.equal(await statusOf(server, invited), 'pending')
  assert.deepEqual(
    (await recordOf(server, invited.id)).map(([type]) => type),
    ['organizationInvitation.created'],
  )
  await server.request('PATCH', `/organizations/${id}`, { body: { max_allowed_memberships: 2 } })
  assert.equal((await accepting(visitor, invited.id)).status, 200)
})

rule('OIN-22', 'who is a member already leaves the invitation open', async (server) => {
  const { id } = await organization(server)
  const email_address = address('member')
  const visitor = await signedIn(server, { email_address: [email_address] }, native)
  const invited = await invitation(server, id, { email_address })
  await member(server, id, visitor.user.id)
  refused(await accepting(visitor, invited.id), 400, 'already_a_member_in_organization')
  assert.equal(await statusOf(server, invited), 'pending')
})
