import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import {
  accountsOf,
  invitedIn,
  invitedTo,
  membersOf,
  organization,
  standingOf,
  withPages,
} from './invited.ts'
import { person, refused, rightPassword, testAddress } from './signing-in.ts'
import { type Form, type Visitor, visitor } from './visitor.ts'

const needed = { enabled: true, required: true }
const asking = { ...withPages, attributes: { first_name: needed } }
const options = { settings: asking }

const signUp = (browser: Visitor, form: Form) => browser.visit('POST', '/client/sign_ups', form)
const goOn = (browser: Visitor, id: string, form: Form = { first_name: 'Ada' }) =>
  browser.visit('PATCH', `/client/sign_ups/${id}`, form)
const byTicket = (ticket: string, more: Form = {}) => ({ strategy: 'ticket', ticket, ...more })
const whole = (ticket: string, more: Form = {}) => byTicket(ticket, { first_name: 'Ada', ...more })

rule(
  'SUP-5',
  'an account of that address signs in instead, be it there before or come meanwhile',
  async (server) => {
    for (const invite of [invitedTo, invitedIn]) {
      const { email } = await person(server, { first_name: 'Eve' })
      const there = await invite(server, { email })
      refused(
        await signUp(visitor(server), whole(there.ticket)),
        422,
        'form_identifier_exists',
        'email_address',
      )
      const late = await invite(server)
      const browser = visitor(server)
      const { id } = await browser.post('/client/sign_ups', byTicket(late.ticket))
      const { id: first } = await person(server, { first_name: 'Eve', email_address: [late.email] })
      refused(await goOn(browser, id), 422, 'form_identifier_exists', 'email_address')
      assert.deepEqual(await accountsOf(server, late.email), [first])
      for (const invited of [there, late]) assert.equal(await standingOf(server, invited), 'pending')
      const { status } = await browser.post('/client/sign_ins', byTicket(late.ticket))
      assert.equal(status, 'complete')
    }
  },
  options,
)

rule(
  'SUP-5',
  'a username that somebody has is refused, and another one is taken',
  async (server) => {
    await server.create({ username: 'taken_one', first_name: 'Eve' })
    const invited = await invitedTo(server)
    const browser = visitor(server)
    const form = { username: 'Taken_One' }
    refused(await signUp(browser, whole(invited.ticket, form)), 422, 'form_identifier_exists', 'username')
    const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket, { username: 'free_one' }))
    await server.create({ username: 'free_one', first_name: 'Eve' })
    refused(await goOn(browser, id), 422, 'form_identifier_exists', 'username')
    assert.equal(await standingOf(server, invited), 'pending')
    assert.deepEqual(await accountsOf(server, invited.email), [])
    const done = await goOn(browser, id, { username: 'free_two', first_name: 'Ada' })
    assert.equal(done.body.response.status, 'complete')
  },
  options,
)

rule(
  'SUP-6',
  'a full organization makes no user, and its invitation stays open',
  async (server) => {
    const to = await organization(server, { max_allowed_memberships: 2 })
    const invited = await invitedTo(server, { to })
    const path = `/organizations/${to}`
    const { id: user_id } = await person(server, { first_name: 'Eve' })
    await server.request('PATCH', path, { body: { max_allowed_memberships: 1 } })
    await server.request('POST', `${path}/memberships`, { body: { user_id, role: 'org:admin' } })
    const browser = visitor(server)
    const code = 'organization_membership_quota_exceeded'
    refused(await signUp(browser, whole(invited.ticket)), 403, code)
    const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket))
    refused(await goOn(browser, id), 403, code)
    assert.deepEqual(await accountsOf(server, invited.email), [])
    assert.deepEqual(await membersOf(server, invited), [user_id])
    assert.equal(await standingOf(server, invited), 'pending')
    await server.request('PATCH', path, { body: { max_allowed_memberships: 2 } })
    assert.equal((await goOn(browser, id)).body.response.status, 'complete')
  },
  options,
)

rule(
  'SUP-6',
  'an invitation that came to its end meanwhile makes no user',
  async (server) => {
    server.clock.freeze()
    const begun = async (invite: typeof invitedTo | typeof invitedIn, more: Record<string, unknown> = {}) => {
      const invited = await invite(server, more)
      const browser = visitor(server)
      const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket))
      return { invited, browser, id }
    }
    const revokedTo = await begun(invitedTo)
    const revokedIn = await begun(invitedIn)
    const gone = await begun(invitedTo)
    const { organizationId } = revokedTo.invited as Awaited<ReturnType<typeof invitedTo>>
    const revoke = (path: string) => server.request('POST', `${path}/revoke`, { body: {} })
    await revoke(`/organizations/${organizationId}/invitations/${revokedTo.invited.id}`)
    await revoke(`/invitations/${revokedIn.invited.id}`)
    const other = gone.invited as Awaited<ReturnType<typeof invitedTo>>
    await server.request('DELETE', `/organizations/${other.organizationId}`)
    for (const { invited, browser, id } of [revokedTo, revokedIn, gone]) {
      refused(await goOn(browser, id), 400, 'ticket_invalid_code')
      refused(await signUp(browser, whole(invited.ticket)), 400, 'ticket_invalid_code')
      assert.deepEqual(await accountsOf(server, invited.email), [])
    }
    for (const invite of [invitedTo, invitedIn]) {
      const invited = await invite(server, { expires_in_days: 1 })
      server.clock.advance(24 * 3_600_000 - 1)
      const browser = visitor(server)
      const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket))
      server.clock.advance(1)
      refused(await goOn(browser, id), 400, 'ticket_invalid_code')
      assert.deepEqual(await accountsOf(server, invited.email), [])
    }
  },
  options,
)

rule(
  'SUP-7',
  'a sign-up is of one client, which goes on with its newest one, once, within a day',
  async (server) => {
    server.clock.freeze()
    const invited = await invitedTo(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket))
    const stranger = visitor(server)
    await stranger.post('/client')
    for (const [method, form] of [['GET'], ['PATCH', { first_name: 'Eve' }]] as [string, Form?][])
      refused(await stranger.visit(method, `/client/sign_ups/${id}`, form), 404, 'resource_not_found')
    refused(await goOn(browser, 'sua_nobody'), 404, 'resource_not_found')
    const other = await invitedIn(server)
    refused(await goOn(browser, id, { ticket: other.ticket }), 400, 'ticket_invalid_code')

    const newer = await browser.post('/client/sign_ups', byTicket(invited.ticket))
    refused(await goOn(browser, id), 403, 'resource_forbidden')
    assert.equal((await browser.get('/client')).sign_up.id, newer.id)
    server.clock.advance(24 * 3_600_000 - 1)
    assert.equal((await browser.get(`/client/sign_ups/${newer.id}`)).status, 'missing_requirements')
    server.clock.advance(1)
    assert.equal((await browser.get(`/client/sign_ups/${newer.id}`)).status, 'abandoned')
    refused(await goOn(browser, newer.id), 400, 'client_state_invalid')
    assert.equal((await browser.get('/client')).sign_up, null)

    const last = await browser.post('/client/sign_ups', whole(invited.ticket))
    assert.equal(last.status, 'complete')
    refused(await goOn(browser, last.id), 400, 'client_state_invalid')
    assert.deepEqual(await accountsOf(server, invited.email), [last.created_user_id])
  },
  options,
)

rule(
  'SUP-8',
  'whoever is blocked stays out, invited or not',
  async (server) => {
    const blocked = await invitedTo(server)
    const later = await invitedIn(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ups', byTicket(later.ticket))
    for (const { email } of [blocked, later])
      await server.request('POST', '/blocklist_identifiers', { body: { identifier: email } })
    await server.request('PATCH', '/instance/restrictions', { body: { blocklist: true } })
    refused(await signUp(visitor(server), whole(blocked.ticket)), 403, 'not_allowed_access')
    refused(await goOn(browser, id), 403, 'not_allowed_access')
    for (const invited of [blocked, later]) assert.equal(await standingOf(server, invited), 'pending')
  },
  { ...options, fresh: true },
)

rule(
  'SUP-8',
  'the allowlist does not keep out whoever was invited',
  async (server) => {
    await server.request('POST', '/allowlist_identifiers', { body: { identifier: '*@other.example' } })
    const invited = await invitedTo(server)
    const changed = await server.request('PATCH', '/instance/restrictions', { body: { allowlist: true } })
    assert.equal(changed.status, 200, changed.text)
    const body = { email_address: [testAddress()], first_name: 'Eve' }
    const stranger = await server.request('POST', '/users', { body })
    refused(stranger, 403, 'not_allowed_access')
    assert.equal((await visitor(server).post('/client/sign_ups', whole(invited.ticket))).status, 'complete')
  },
  { ...options, fresh: true },
)

rule(
  'SUP-11',
  'where somebody is signed in nobody signs up beside them',
  async (server) => {
    const { id, email } = await person(server, { first_name: 'Eve' })
    const invited = await invitedTo(server)
    const browser = visitor(server)
    const begun = await browser.post('/client/sign_ups', byTicket(invited.ticket))
    await browser.post('/client/sign_ins', { identifier: email, password: rightPassword })
    for (const answer of [await signUp(browser, whole(invited.ticket)), await goOn(browser, begun.id)]) {
      refused(answer, 400, 'session_exists')
      assert.equal(answer.body.errors[0].meta.client.sessions[0].user.id, id)
    }
    assert.equal(await standingOf(server, invited), 'pending')
  },
  options,
)

rule(
  'SUP-11',
  'where several sessions are allowed both stay',
  async (server) => {
    const { id, email } = await person(server, { first_name: 'Eve' })
    const invited = await invitedTo(server)
    const browser = visitor(server)
    await browser.post('/client/sign_ins', { identifier: email, password: rightPassword })
    const { body } = await signUp(browser, whole(invited.ticket))
    assert.equal(body.response.status, 'complete', JSON.stringify(body))
    const users = body.client.sessions.map((session: { user: { id: string } }) => session.user.id)
    assert.deepEqual(users.sort(), [id, body.response.created_user_id].sort())
    assert.equal(body.client.last_active_session_id, body.response.created_session_id)
  },
  { settings: { ...asking, sessions: { single_session_mode: false } } },
)

rule(
  'SUP-10',
  'of eight who complete one sign-up at once one does',
  async (server) => {
    for (const invite of [invitedTo, invitedIn]) {
      const invited = await invite(server)
      const browser = visitor(server)
      const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket))
      const answers = await Promise.all(Array.from({ length: 8 }, () => goOn(browser, id)))
      const won = answers.filter(({ status }) => status === 200)
      assert.equal(won.length, 1, answers.map(({ text }) => text).join('\n'))
      const user = won[0]!.body.response.created_user_id
      assert.deepEqual(await accountsOf(server, invited.email), [user])
      const sessions = (await server.rows('sessions')).filter(({ user_id }) => user_id === user)
      assert.equal(sessions.length, 1)
    }
  },
  options,
)
