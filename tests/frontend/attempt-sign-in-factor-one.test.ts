import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import {
  begin,
  mailedCode,
  person,
  refused,
  rightPassword,
  step,
  testAddress,
  ticketOf,
} from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const options = { settings: { ...forVisitors, user_lockout: { max_attempts: 5 } } }
const minuteMs = 60_000
const guess = { strategy: 'email_code', code: '000000' }
const right = { strategy: 'email_code', code: mailedCode }

rule(
  'SIN-5',
  'a mailed code is tried three times, for ten minutes, in its own attempt',
  async (server) => {
    const { email } = await person(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ins', { identifier: email })
    refused(await step(browser, id, 'attempt_first_factor', right), 400, 'verification_not_sent')
    refused(
      await step(browser, id, 'attempt_first_factor', { strategy: 'email_code' }),
      422,
      'form_param_missing',
      'code',
    )
    const sent = await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' })
    const { first_factor_verification } = sent.body.response
    assert.equal(first_factor_verification.strategy, 'email_code')
    assert.equal(first_factor_verification.status, 'unverified')
    for (let i = 0; i < 3; i++)
      refused(await step(browser, id, 'attempt_first_factor', guess), 422, 'form_code_incorrect', 'code')
    refused(await step(browser, id, 'attempt_first_factor', right), 400, 'verification_failed')
    const failed = await browser.get(`/client/sign_ins/${id}`)
    assert.deepEqual(
      [failed.first_factor_verification.status, failed.first_factor_verification.attempts],
      ['failed', 3],
    )
    await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' })
    server.clock.advance(11 * minuteMs)
    refused(await step(browser, id, 'attempt_first_factor', right), 400, 'verification_expired')
    await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' })
    const done = await step(browser, id, 'attempt_first_factor', right)
    assert.equal(done.body.response.status, 'complete')
    assert.equal(done.body.client.last_authentication_strategy, 'email_code')
    refused(await step(browser, id, 'attempt_first_factor', right), 400, 'client_state_invalid')
  },
  options,
)

rule(
  'SIN-5',
  'a code goes to an address of the user, and works in no other attempt',
  async (server) => {
    const { email } = await person(server, {})
    const other = await person(server)
    const mine = visitor(server)
    const { id, supported_first_factors } = await mine.post('/client/sign_ins', { identifier: email })
    const foreign = (await visitor(server).post('/client/sign_ins', { identifier: other.email }))
      .supported_first_factors[1]
    const { email_address_id } = foreign
    refused(
      await step(mine, id, 'prepare_first_factor', { strategy: 'email_code', email_address_id }),
      422,
      'form_resource_not_found',
      'email_address_id',
    )
    refused(
      await step(mine, id, 'prepare_first_factor', { strategy: 'phone_code' }),
      400,
      'strategy_for_user_invalid',
    )
    const own = supported_first_factors[1].email_address_id
    await step(mine, id, 'prepare_first_factor', { strategy: 'email_code', email_address_id: own })
    const theirs = visitor(server)
    const second = await theirs.post('/client/sign_ins', { identifier: other.email })
    refused(await step(theirs, second.id, 'attempt_first_factor', right), 400, 'verification_not_sent')
    const username = `nomail_${Math.random().toString(36).slice(2)}`
    await server.create({ username })
    const without = visitor(server)
    const bare = await without.post('/client/sign_ins', { identifier: username })
    refused(
      await step(without, bare.id, 'prepare_first_factor', { strategy: 'email_code' }),
      400,
      'strategy_for_user_invalid',
    )
    const form = { strategy: 'password', password: rightPassword }
    refused(await step(without, bare.id, 'attempt_first_factor', form), 400, 'strategy_for_user_invalid')
  },
  options,
)

rule(
  'SIN-6',
  'wrong passwords and codes lock together, a new code gives none back, and nothing is compared then',
  async (server) => {
    const { email } = await person(server)
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ins', { identifier: email })
    const wrong = { strategy: 'password', password: 'wrong' }
    for (let i = 0; i < 2; i++)
      refused(
        await step(browser, id, 'attempt_first_factor', wrong),
        422,
        'form_password_incorrect',
        'password',
      )
    for (let i = 0; i < 3; i++) {
      await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' })
      refused(await step(browser, id, 'attempt_first_factor', guess), 422, 'form_code_incorrect', 'code')
    }
    const before = server.hashes()
    const password = { strategy: 'password', password: rightPassword }
    for (const form of [password, right]) {
      const answer = await step(browser, id, 'attempt_first_factor', form)
      refused(answer, 403, 'user_locked')
      assert.ok(answer.body.errors[0].meta.lockout_expires_in_seconds > 3500)
    }
    refused(await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' }), 403, 'user_locked')
    refused(await begin(browser, { identifier: email, password: rightPassword }), 403, 'user_locked')
    assert.equal(server.hashes(), before)
    server.clock.advance(61 * minuteMs)
    const done = await step(browser, id, 'attempt_first_factor', password)
    assert.equal(done.body.response.status, 'complete')
  },
  options,
)

rule(
  'SIN-7',
  'an attempt is of its client, gives way to the next one, and ends after a day',
  async (server) => {
    const { email } = await person(server)
    const browser = visitor(server)
    const first = await browser.post('/client/sign_ins', { identifier: email })
    const stranger = visitor(server)
    assert.equal((await stranger.visit('GET', `/client/sign_ins/${first.id}`)).status, 401)
    await stranger.post('/client')
    const form = { strategy: 'password', password: rightPassword }
    refused(await stranger.visit('GET', `/client/sign_ins/${first.id}`), 404, 'resource_not_found')
    refused(await step(stranger, first.id, 'attempt_first_factor', form), 404, 'resource_not_found')
    refused(
      await step(stranger, first.id, 'prepare_first_factor', { strategy: 'email_code' }),
      404,
      'resource_not_found',
    )
    const second = await browser.post('/client/sign_ins', { identifier: email })
    refused(await step(browser, first.id, 'attempt_first_factor', form), 403, 'resource_forbidden')
    refused(
      await step(browser, first.id, 'prepare_first_factor', { strategy: 'email_code' }),
      403,
      'resource_forbidden',
    )
    server.clock.advance(24 * 60 * minuteMs)
    assert.equal((await browser.get(`/client/sign_ins/${second.id}`)).status, 'abandoned')
    assert.equal((await browser.get('/client')).sign_in, null)
    refused(await step(browser, second.id, 'attempt_first_factor', form), 400, 'client_state_invalid')
    refused(
      await step(browser, second.id, 'prepare_first_factor', { strategy: 'email_code' }),
      400,
      'client_state_invalid',
    )
  },
  options,
)

rule(
  'SIN-9',
  'a ticket signs its user in, once, and in no attempt of somebody else',
  async (server) => {
    const { id, email } = await person(server)
    const ticket = await ticketOf(server, id)
    const browser = visitor(server)
    const { body } = await begin(browser, { strategy: 'ticket', ticket })
    assert.equal(body.response.status, 'complete')
    assert.equal(body.response.identifier, null)
    refused(await begin(visitor(server), { ticket }), 400, 'ticket_invalid_code')
    refused(await begin(visitor(server), { ticket: 'x' }), 400, 'ticket_invalid_code')
    const other = await person(server)
    const theirs = visitor(server)
    const attempt = await theirs.post('/client/sign_ins', { identifier: other.email })
    const stolen = { strategy: 'ticket', ticket: await ticketOf(server, id) }
    refused(await step(theirs, attempt.id, 'attempt_first_factor', stolen), 400, 'ticket_invalid_code')
    refused(
      await step(theirs, attempt.id, 'attempt_first_factor', { strategy: 'ticket' }),
      422,
      'form_param_missing',
      'ticket',
    )
    refused(
      await step(theirs, attempt.id, 'attempt_first_factor', { strategy: 'totp' }),
      400,
      'strategy_for_user_invalid',
    )
    const mine = visitor(server)
    const again = await mine.post('/client/sign_ins', { identifier: email })
    const fit = { strategy: 'ticket', ticket: await ticketOf(server, id) }
    assert.equal((await step(mine, again.id, 'attempt_first_factor', fit)).body.response.status, 'complete')
    const old = await ticketOf(server, id)
    server.clock.advance(31 * 24 * 60 * minuteMs)
    refused(await begin(visitor(server), { ticket: old }), 400, 'ticket_invalid_code')
  },
  options,
)

rule(
  'SIN-9',
  "an actor's ticket begins a session that names the actor and is short",
  async (server) => {
    const { id } = await person(server)
    const made = await server.request('POST', '/actor_tokens', {
      body: { user_id: id, actor: { sub: 'user_support' }, session_max_duration_in_seconds: 600 },
    })
    await server.request('POST', `/users/${id}/password/set_compromised`, { body: {} })
    const browser = visitor(server)
    const { body } = await begin(browser, { strategy: 'ticket', ticket: made.body.token })
    assert.equal(body.response.status, 'complete', 'nobody chooses the password of another person')
    const [session] = body.client.sessions
    assert.deepEqual(session.actor, { sub: 'user_support' })
    assert.equal(session.expire_at - session.created_at, 600_000)
  },
  options,
)

rule(
  'SIN-12',
  'a banned user is refused at every step, and a removed one is unknown',
  async (server) => {
    const { id, email } = await person(server)
    const browser = visitor(server)
    const signIn = await browser.post('/client/sign_ins', { identifier: email })
    await step(browser, signIn.id, 'prepare_first_factor', { strategy: 'email_code' })
    await server.request('POST', `/users/${id}/ban`)
    const password = { strategy: 'password', password: rightPassword }
    for (const form of [right, password, { strategy: 'ticket', ticket: await ticketOf(server, id) }])
      refused(await step(browser, signIn.id, 'attempt_first_factor', form), 403, 'user_banned')
    refused(
      await step(browser, signIn.id, 'prepare_first_factor', { strategy: 'email_code' }),
      403,
      'user_banned',
    )
    refused(await begin(browser, { identifier: email, password: rightPassword }), 403, 'user_banned')
    refused(await begin(browser, { ticket: await ticketOf(server, id) }), 403, 'user_banned')
    await server.request('DELETE', `/users/${id}`)
    refused(await step(browser, signIn.id, 'attempt_first_factor', password), 404, 'resource_not_found')
    refused(await begin(browser, { identifier: email }), 422, 'form_identifier_not_found', 'identifier')
  },
  options,
)

rule(
  'SIN-5',
  'so many codes are mailed and no more',
  async (server) => {
    const email = `plain-${testAddress().replace('+clerk_test', '')}`
    await server.create({ email_address: [email] })
    const browser = visitor(server)
    const { id } = await browser.post('/client/sign_ins', { identifier: email })
    for (let i = 0; i < 5; i++)
      assert.equal((await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' })).status, 200)
    const answer = await step(browser, id, 'prepare_first_factor', { strategy: 'email_code' })
    refused(answer, 429, 'verification_code_too_many_requests')
    for (let i = 0; i < 5; i++) await begin(visitor(server), { identifier: email, strategy: 'email_code' })
    refused(
      await begin(visitor(server), { identifier: email, strategy: 'email_code' }),
      429,
      'verification_code_too_many_requests',
    )
  },
  { settings: { ...forVisitors, rate_limits: { preset: 'none' } }, rateLimits: true },
)
