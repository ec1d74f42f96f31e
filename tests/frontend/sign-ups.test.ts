import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rule } from '#tests/rules.ts'
import { accountsOf, invitedIn, invitedTo, membersOf, standingOf, withPages } from './invited.ts'
import { person, refused, rightPassword, ticketOf } from './signing-in.ts'
import { type Form, type Visitor, visitor } from './visitor.ts'
import { weakPasswords } from './weak-passwords.ts'

const needed = { enabled: true, required: true }
const options = {
  settings: {
    ...withPages,
    attributes: { username: needed, password: needed, last_name: { enabled: true, required: false } },
    sign_up: { legal_consent_enabled: true },
  },
}
/** Where nothing but the ticket is needed. */
const easy = { settings: withPages }

const signUp = (browser: Visitor, form: Form) => browser.visit('POST', '/client/sign_ups', form)
const goOn = (browser: Visitor, id: string, form: Form) =>
  browser.visit('PATCH', `/client/sign_ups/${id}`, form)
const byTicket = (ticket: string, more: Form = {}) => ({ strategy: 'ticket', ticket, ...more })

let names = 0
const username = () => `invited_${++names}`
const all = () => ({ username: username(), password: rightPassword, legal_accepted: true })

rule(
  'SUP-1',
  'nobody signs up who was not invited, and the environment says so',
  async (server) => {
    const browser = visitor(server)
    const environment = await browser.get('/environment')
    assert.equal(environment.user_settings.sign_up.mode, 'restricted')
    const clients = (await server.rows('clients')).length
    const forms: Form[] = [
      {},
      { username: username(), password: rightPassword, legal_accepted: true },
      { email_address: 'new@example.com', password: rightPassword },
      { transfer: true },
      { strategy: 'email_code', ticket: '' },
    ]
    for (const form of forms) refused(await signUp(browser, form), 403, 'sign_up_mode_restricted')
    refused(await signUp(browser, { strategy: 'ticket' }), 422, 'form_param_missing', 'ticket')
    const { id } = await person(server, { username: username(), skip_legal_checks: true })
    for (const ticket of ['no-such-ticket', await ticketOf(server, id)])
      refused(await signUp(browser, byTicket(ticket, all())), 400, 'ticket_invalid_code')
    assert.equal((await server.rows('clients')).length, clients, 'a failure makes no client')
    assert.deepEqual(await server.rows('sign_ups'), [])
  },
  { ...options, fresh: true },
)

rule(
  'SUP-2',
  'step by step, with the last required field there is a user who is signed in',
  async (server) => {
    const invited = await invitedTo(server)
    const browser = visitor(server)
    const first = await signUp(browser, byTicket(invited.ticket))
    const begun = first.body.response
    assert.match(begun.id, /^sua_/)
    assert.equal(begun.status, 'missing_requirements')
    assert.equal(begun.email_address, invited.email)
    assert.deepEqual(begun.required_fields, ['username', 'password', 'legal_accepted'])
    assert.deepEqual(begun.missing_fields, ['username', 'password', 'legal_accepted'])
    assert.ok(begun.optional_fields.includes('last_name'))
    assert.deepEqual(begun.unverified_fields, [])
    const { email_address, ...others } = begun.verifications
    assert.equal(email_address.status, 'verified')
    assert.equal(email_address.strategy, 'ticket')
    assert.deepEqual(others, { phone_number: null, web3_wallet: null, external_account: null })
    assert.equal(begun.created_user_id, null)
    assert.equal(first.body.client.sign_up.id, begun.id)
    assert.deepEqual(first.body.client.sessions, [])
    assert.equal(await standingOf(server, invited), 'pending')
    assert.deepEqual(await accountsOf(server, invited.email), [])

    const own = username()
    const { body: second } = await goOn(browser, begun.id, {
      ...byTicket(invited.ticket),
      email_address: invited.email.toUpperCase(),
      username: own,
      first_name: 'Ada',
      last_name: '',
      unsafe_metadata: { theme: 'dark', n: 1 },
      legal_accepted: true,
    })
    assert.deepEqual(second.response.missing_fields, ['password'])
    assert.equal(second.response.username, own)
    assert.deepEqual(second.response.unsafe_metadata, { theme: 'dark', n: 1 })
    assert.ok(second.response.legal_accepted_at)
    const read = await browser.get(`/client/sign_ups/${begun.id}`)
    assert.deepEqual(read, second.response)

    const before = browser.token
    const { body: last } = await goOn(browser, begun.id, { password: rightPassword })
    const { response, client } = last
    assert.equal(response.status, 'complete')
    assert.deepEqual(response.missing_fields, [])
    assert.equal(response.password_enabled, true)
    assert.notEqual(browser.token, before)
    const [session] = client.sessions
    assert.equal(session.id, response.created_session_id)
    assert.equal(client.last_active_session_id, session.id)
    assert.equal(client.last_authentication_strategy, 'ticket')
    assert.equal(session.user.id, response.created_user_id)
    assert.equal(session.last_active_organization_id, invited.organizationId)
    assert.ok(session.last_active_token.jwt)
    assert.deepEqual(await membersOf(server, invited), [response.created_user_id])
    assert.equal(await standingOf(server, invited), 'accepted')
    const thief = visitor(server)
    thief.token = before
    assert.equal((await thief.visit('GET', '/client')).body.response, null)
  },
  options,
)

rule(
  'SUP-9',
  'the client keeps its sign-up in sight until it is signed out, and the user takes it along',
  async (server) => {
    const { ticket } = await invitedTo(server)
    const browser = visitor(server)
    const { response, client } = (await signUp(browser, byTicket(ticket))).body
    const kept = await browser.get('/client')
    assert.equal(kept.sign_up.status, 'complete')
    assert.equal(kept.sign_up.created_session_id, response.created_session_id)
    const seen = await server.request('GET', `/clients/${client.id}`)
    assert.equal(seen.body.sign_up_id, response.id)
    const stored = async () => (await server.rows('sign_ups')).filter((row) => row.id === response.id).length
    const types = (await server.events(response.created_user_id)).map(({ type }) => type)
    assert.deepEqual(types, ['user.created'])
    await browser.visit('DELETE', '/client/sessions')
    assert.equal((await browser.get('/client')).sign_up, null)
    assert.equal(await stored(), 1)
    await server.request('DELETE', `/users/${response.created_user_id}`)
    assert.equal(await stored(), 0, 'what the person told goes with them')
    refused(await browser.visit('GET', `/client/sign_ups/${response.id}`), 404, 'resource_not_found')
  },
  easy,
)

rule(
  'SUP-2 SUP-3',
  'in one request: the address is proved, and the invitation says what the user is',
  async (server) => {
    const invited = await invitedIn(server, { public_metadata: { plan: 'gold', seats: 3 } })
    const own = username()
    const browser = visitor(server)
    const { body } = await signUp(browser, byTicket(invited.ticket, { ...all(), username: own }))
    assert.equal(body.response.status, 'complete')
    const id = body.response.created_user_id
    const user = (await server.request('GET', `/users/${id}`)).body
    assert.equal(user.username, own)
    assert.deepEqual(user.public_metadata, { plan: 'gold', seats: 3 })
    assert.deepEqual(user.unsafe_metadata, {})
    assert.ok(user.legal_accepted_at)
    const [address] = user.email_addresses
    assert.equal(user.primary_email_address_id, address.id)
    assert.equal(address.email_address, invited.email)
    const verified = { object: 'verification_ticket', status: 'verified', strategy: 'ticket' }
    assert.deepEqual(address.verification, { ...verified, attempts: null, expire_at: null })
    const [listed] = await browser.get('/me/email_addresses', {
      query: { _clerk_session_id: body.response.created_session_id },
    })
    assert.equal(listed.verification.strategy, 'ticket')
    assert.equal(body.client.sessions[0].last_active_organization_id, null)
    assert.equal(await standingOf(server, invited), 'accepted')
    const accepted = (await server.events(invited.id)).at(-1)!
    assert.equal(accepted.type, 'invitation.accepted')
    assert.deepEqual(accepted.details, { user_id: id })
    const again = await visitor(server).post('/client/sign_ins', {
      identifier: own,
      password: rightPassword,
    })
    assert.equal(again.status, 'complete')
    refused(await signUp(visitor(server), byTicket(invited.ticket, all())), 400, 'ticket_invalid_code')
  },
  options,
)

rule(
  'SUP-2',
  'where nothing else is asked for the ticket is enough',
  async (server) => {
    const invited = await invitedTo(server)
    const made = await visitor(server).post('/client/sign_ups', byTicket(invited.ticket))
    assert.equal(made.status, 'complete')
    assert.equal(made.password_enabled, false)
    assert.deepEqual(await membersOf(server, invited), [made.created_user_id])
  },
  easy,
)

rule(
  'SUP-4',
  'the rules for what is given hold, and what is wrong changes nothing',
  async (server) => {
    const invited = await invitedTo(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket))
    const cases: [Form, string, string][] = [
      [{ username: 'ab' }, 'form_username_invalid_length', 'username'],
      [{ username: '123456' }, 'form_username_needs_non_number_char', 'username'],
      [{ username: '+12025550123' }, 'form_username_cannot_be_phone_number', 'username'],
      [{ username: 'no spaces' }, 'form_username_invalid_character', 'username'],
      [{ username: 'x'.repeat(1025) }, 'form_param_max_length_exceeded', 'username'],
      [{ password: invited.email }, 'form_password_matches_identifier', 'password'],
      [{ email_address: 'other@example.com' }, 'form_param_value_invalid', 'email_address'],
      [{ unsafe_metadata: { a: 'x'.repeat(8200) } }, 'form_param_exceeds_allowed_size', 'unsafe_metadata'],
      [{ phone_number: '+436641234567' }, 'form_param_unknown', 'phone_number'],
    ]
    for (const [form, code, param] of cases) {
      refused(await goOn(browser, id, { first_name: 'Eve', ...form }), 422, code, param)
      const atOnce = byTicket(invited.ticket, { ...all(), ...form })
      refused(await signUp(visitor(server), atOnce), 422, code, param)
    }
    const read = await browser.get(`/client/sign_ups/${id}`)
    assert.equal(read.first_name, null)
    assert.deepEqual(read.missing_fields, ['username', 'password', 'legal_accepted'])
    const half = await goOn(browser, id, { username: username(), password: rightPassword })
    assert.deepEqual(half.body.response.missing_fields, ['legal_accepted'])
    const refusing = await goOn(browser, id, { legal_accepted: false })
    assert.deepEqual(refusing.body.response.missing_fields, ['legal_accepted'])
    assert.equal(await standingOf(server, invited), 'pending')
    const done = await goOn(browser, id, { legal_accepted: true })
    assert.equal(done.body.response.status, 'complete')
  },
  options,
)

rule(
  'SUP-4',
  'a password lies in the database as a sealed digest, and goes to the user',
  async (server) => {
    const invited = await invitedIn(server)
    const browser = visitor(server)
    const password = 'Horse-of-a-sign-up-77'
    const { id } = await browser.post('/client/sign_ups', byTicket(invited.ticket, { password }))
    const stored = async () => (await server.rows('sign_ups')).find((row) => row.id === id)!
    const { hasher, digest } = JSON.parse(String((await stored()).password))
    assert.equal(hasher, 'argon2id')
    assert.match(digest, /^v1\./)
    assert.ok(!JSON.stringify(await stored()).includes(password))
    const done = await goOn(browser, id, { username: username(), legal_accepted: true })
    assert.equal(done.body.response.status, 'complete')
    assert.equal((await stored()).password, null)
    const user = done.body.response.created_user_id
    const right = await server.request('POST', `/users/${user}/verify_password`, { body: { password } })
    assert.equal(right.body.verified, true)
    const hash = createHash('sha256').update(invited.ticket).digest('hex')
    const rows = await server.rows('invitations')
    assert.equal(rows.find((row) => row.id === invited.id)!.token_hash, hash)
  },
  options,
)

for (const [name, policy, text, expected] of weakPasswords)
  rule(
    'SUP-4',
    `a password that is ${name} is refused in both steps`,
    async (server) => {
      const { ticket } = await invitedIn(server)
      const browser = visitor(server)
      const { id } = await browser.post('/client/sign_ups', byTicket(ticket))
      for (const answer of [
        await goOn(browser, id, { password: text }),
        await signUp(visitor(server), byTicket(ticket, { ...all(), password: text })),
      ]) {
        assert.equal(answer.status, 422, answer.text)
        const codes = answer.body.errors.map(({ code }: { code: string }) => code)
        assert.deepEqual(
          codes,
          expected.map((code) => `form_password_${code}`),
        )
      }
    },
    { settings: { ...options.settings, password: policy } },
  )
