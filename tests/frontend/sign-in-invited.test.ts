import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import {
  accountsOf,
  type InvitedTo,
  invitedIn,
  invitedTo,
  membersOf,
  organization,
  standingOf,
  withPages,
} from './invited.ts'
import { begin, halfSignedIn, person, refused, step, testAddress, withApp } from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const options = { settings: withPages }
const byTicket = (ticket: string) => ({ strategy: 'ticket', ticket })

rule(
  'TKO-3',
  'the owner of the invited address joins and is signed in there',
  async (server) => {
    const reserved = testAddress()
    const statuses = { email_address_identification_status: ['reserved'] }
    const { id: reservedId } = await server.create({ email_address: [reserved], ...statuses })
    for (const { id, email } of [await person(server), { id: reservedId as string, email: reserved }]) {
      const invited = await invitedTo(server, { email, public_metadata: { team: 'red' } })
      const browser = visitor(server)
      const { body } = await begin(browser, byTicket(invited.ticket))
      assert.equal(body.response.status, 'complete', JSON.stringify(body))
      assert.equal(body.response.first_factor_verification.strategy, 'ticket')
      assert.deepEqual(await membersOf(server, invited), [id])
      const [session] = body.client.sessions
      assert.equal(session.id, body.response.created_session_id)
      assert.equal(session.last_active_organization_id, invited.organizationId)
      assert.equal(await standingOf(server, invited), 'accepted')
      const [membership] = (await server.request('GET', `/users/${id}/organization_memberships`)).body.data
      assert.deepEqual(membership.public_metadata, { team: 'red' })
      const types = (await server.events(invited.id)).map(({ type }) => type)
      assert.deepEqual(types, ['organizationInvitation.created', 'organizationInvitation.accepted'])
      refused(await begin(visitor(server), byTicket(invited.ticket)), 400, 'ticket_invalid_code')
      assert.equal((await fetch(invited.link, { redirect: 'manual' })).status, 400)
    }
  },
  options,
)

rule(
  'TKO-3',
  'an attempt that has begun takes the ticket of its own user',
  async (server) => {
    const { id, email } = await person(server)
    const invited = await invitedTo(server, { email })
    const browser = visitor(server)
    const { id: signIn } = await browser.post('/client/sign_ins', { identifier: email })
    const { body } = await step(browser, signIn, 'attempt_first_factor', byTicket(invited.ticket))
    assert.equal(body.response.status, 'complete')
    assert.equal(body.client.sessions[0].last_active_organization_id, invited.organizationId)
    assert.deepEqual(await membersOf(server, invited), [id])
  },
  options,
)

rule(
  'TKO-3',
  'whoever has become a member on another way meanwhile is signed in all the same',
  async (server) => {
    const { id, email } = await person(server)
    const invited = await invitedTo(server, { email })
    const path = `/organizations/${invited.organizationId}/memberships`
    await server.request('POST', path, { body: { user_id: id, role: 'org:admin' } })
    const signIn = await visitor(server).post('/client/sign_ins', byTicket(invited.ticket))
    assert.equal(signIn.status, 'complete')
    assert.deepEqual(await membersOf(server, invited), [id])
    const [membership] = (await server.request('GET', `/users/${id}/organization_memberships`)).body.data
    assert.equal(membership.role, 'org:admin')
    assert.equal(await standingOf(server, invited), 'accepted')
  },
  options,
)

rule(
  'TKO-5',
  'who may not come in is refused before anything is used up',
  async (server) => {
    const banned = await person(server)
    const toBanned = await invitedTo(server, { email: banned.email })
    await server.request('POST', `/users/${banned.id}/ban`)
    refused(await begin(visitor(server), byTicket(toBanned.ticket)), 403, 'user_banned')

    const locked = await person(server)
    const toLocked = await invitedTo(server, { email: locked.email })
    await server.request('POST', `/users/${locked.id}/lock`)
    refused(await begin(visitor(server), byTicket(toLocked.ticket)), 403, 'user_locked')

    const toNobody = await invitedTo(server)
    refused(
      await begin(visitor(server), byTicket(toNobody.ticket)),
      422,
      'invitation_account_not_exists',
      'ticket',
    )
    for (const invited of [toBanned, toLocked, toNobody]) {
      assert.equal(await standingOf(server, invited), 'pending')
      assert.deepEqual(await membersOf(server, invited), [])
    }
    await server.request('POST', `/users/${banned.id}/unban`)
    assert.equal(
      (await visitor(server).post('/client/sign_ins', byTicket(toBanned.ticket))).status,
      'complete',
    )
  },
  options,
)

/** An organization that has become full since somebody was invited. */
async function full(server: TestServer, email: string) {
  const to = await organization(server, { max_allowed_memberships: 2 })
  const invited = await invitedTo(server, { email, to })
  await server.request('PATCH', `/organizations/${to}`, { body: { max_allowed_memberships: 1 } })
  const { id: user_id } = await person(server)
  const taken = await server.request('POST', `/organizations/${to}/memberships`, {
    body: { user_id, role: 'org:admin' },
  })
  assert.equal(taken.status, 200, taken.text)
  return { ...invited, first: user_id }
}

rule(
  'TKO-5',
  'a full organization leaves the invitation open, in either step',
  async (server) => {
    const { id, email } = await person(server)
    const invited = await full(server, email)
    const browser = visitor(server)
    const clients = (await server.rows('clients')).length
    const code = 'organization_membership_quota_exceeded'
    refused(await begin(browser, byTicket(invited.ticket)), 403, code)
    assert.equal((await server.rows('clients')).length, clients, 'a failure makes no client')
    const { id: signIn } = await browser.post('/client/sign_ins', { identifier: email })
    refused(await step(browser, signIn, 'attempt_first_factor', byTicket(invited.ticket)), 403, code)
    assert.equal(await standingOf(server, invited), 'pending')
    const path = `/organizations/${invited.organizationId}`
    await server.request('PATCH', path, { body: { max_allowed_memberships: 2 } })
    assert.equal((await browser.post('/client/sign_ins', byTicket(invited.ticket))).status, 'complete')
    assert.deepEqual((await membersOf(server, invited)).sort(), [invited.first, id].sort())
  },
  options,
)

rule(
  'TKO-5',
  'the ticket proves nothing in an attempt of another user, and stays open',
  async (server) => {
    const { email } = await person(server)
    const stranger = await person(server)
    for (const invited of [await invitedTo(server, { email }), await invitedIn(server, { email })]) {
      const browser = visitor(server)
      const { id } = await browser.post('/client/sign_ins', { identifier: stranger.email })
      const answer = await step(browser, id, 'attempt_first_factor', byTicket(invited.ticket))
      refused(answer, 400, 'ticket_invalid_code')
      assert.equal(await standingOf(server, invited), 'pending')
    }
    const waiting = await halfSignedIn(server, (await withApp(server)).email)
    const { ticket } = await invitedTo(server, { email })
    refused(
      await step(waiting.browser, waiting.id, 'attempt_first_factor', byTicket(ticket)),
      400,
      'client_state_invalid',
    )
  },
  options,
)

rule(
  'TKO-5',
  'where accounts are concealed a ticket tells its holder no more than that it does not fit',
  async (server) => {
    const { email } = await person(server)
    const invited = await invitedTo(server, { email })
    const nobody = await invitedTo(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ins', { identifier: testAddress() })
    for (const { ticket } of [invited, nobody])
      refused(await step(browser, id, 'attempt_first_factor', byTicket(ticket)), 400, 'ticket_invalid_code')
    assert.equal(await standingOf(server, invited), 'pending')
  },
  { settings: { ...withPages, enumeration_protection: { enabled: true } } },
)

rule(
  'TKO-2',
  'a ticket that was used, revoked, or has run out signs nobody in',
  async (server) => {
    server.clock.freeze()
    const { email } = await person(server)
    const late = await invitedTo(server, { email, expires_in_days: 1 })
    const lateApp = await invitedIn(server, { email, expires_in_days: 1 })
    const revoked = await invitedTo(server, { email })
    const path = `/organizations/${revoked.organizationId}/invitations/${revoked.id}/revoke`
    await server.request('POST', path, { body: {} })
    server.clock.advance(24 * 3_600_000)
    const gone = await invitedTo(server, { email })
    await server.request('DELETE', `/organizations/${gone.organizationId}`)
    for (const { ticket } of [late, lateApp, revoked, gone])
      refused(await begin(visitor(server), byTicket(ticket)), 400, 'ticket_invalid_code')
    assert.deepEqual(await membersOf(server, late), [])
  },
  options,
)

rule(
  'TKO-6',
  'an invitation to the application signs in whoever has an account, once',
  async (server) => {
    const { id, email } = await person(server, { public_metadata: { plan: 'old' } })
    const invited = await invitedIn(server, { email, public_metadata: { plan: 'new' } })
    const browser = visitor(server)
    const { body } = await begin(browser, byTicket(invited.ticket))
    assert.equal(body.response.status, 'complete')
    assert.equal(body.client.sessions[0].user.id, id)
    assert.equal(body.client.sessions[0].last_active_organization_id, null)
    assert.deepEqual(body.client.sessions[0].user.public_metadata, { plan: 'old' })
    assert.equal(await standingOf(server, invited), 'accepted')
    const [, accepted] = await server.events(invited.id)
    assert.equal(accepted!.type, 'invitation.accepted')
    assert.deepEqual(accepted!.details, { user_id: id })
    refused(await begin(visitor(server), byTicket(invited.ticket)), 400, 'ticket_invalid_code')
    assert.deepEqual(await accountsOf(server, email), [id])
    const nobody = await invitedIn(server)
    refused(
      await begin(visitor(server), byTicket(nobody.ticket)),
      422,
      'invitation_account_not_exists',
      'ticket',
    )
    assert.equal(await standingOf(server, nobody), 'pending')
  },
  { settings: forVisitors },
)

rule(
  'TKO-5',
  'whoever is blocked at sign-in keeps the invitation',
  async (server) => {
    const { email } = await person(server)
    const all = [await invitedTo(server, { email }), await invitedIn(server, { email })]
    const { body: entry } = await server.request('POST', '/blocklist_identifiers', {
      body: { identifier: email },
    })
    const restrict = (body: Record<string, boolean>) =>
      server.request('PATCH', '/instance/restrictions', { body })
    await restrict({ blocklist: true, allowlist_blocklist_disabled_on_sign_in: false })
    for (const invited of all) {
      refused(await begin(visitor(server), byTicket(invited.ticket)), 403, 'not_allowed_access')
      assert.equal(await standingOf(server, invited), 'pending')
    }
    assert.deepEqual(await membersOf(server, all[0] as InvitedTo), [])
    await server.request('DELETE', `/blocklist_identifiers/${entry.id}`)
    for (const { ticket } of all)
      assert.equal((await visitor(server).post('/client/sign_ins', byTicket(ticket))).status, 'complete')
  },
  { ...options, fresh: true },
)
