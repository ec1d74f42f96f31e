import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rule } from '#tests/rules.ts'
import { begin, person, refused, rightPassword, step, testAddress } from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const options = { settings: forVisitors }

rule(
  'SIN-1',
  'an attempt offers what its user has, and says of nothing that it was sent',
  async (server) => {
    const { email } = await person(server, { first_name: 'Ada' })
    const signIn = await visitor(server).post('/client/sign_ins', { identifier: email })
    assert.match(signIn.id, /^sia_/)
    assert.equal(signIn.status, 'needs_first_factor')
    assert.deepEqual(signIn.supported_identifiers, ['email_address', 'phone_number', 'username'])
    const [password, code] = signIn.supported_first_factors
    assert.deepEqual(password, { strategy: 'password' })
    assert.equal(code.strategy, 'email_code')
    assert.equal(code.safe_identifier, 'p***@example.com')
    assert.equal(code.primary, true)
    for (const key of [
      'first_factor_verification',
      'supported_second_factors',
      'user_data',
      'created_session_id',
    ])
      assert.equal(signIn[key], null, key)
  },
  options,
)

rule(
  'SIN-2',
  'the right password signs in at once, under a new token of the client',
  async (server) => {
    const { id, email } = await person(server)
    const browser = visitor(server)
    await browser.post('/client')
    const planted = browser.token
    const { body } = await begin(browser, {
      identifier: email.toUpperCase(),
      password: rightPassword,
      strategy: '',
    })
    assert.equal(body.response.status, 'complete')
    assert.equal(body.response.first_factor_verification.status, 'verified')
    assert.notEqual(browser.token, planted)
    const { client } = body
    assert.equal(client.sign_in.id, body.response.id)
    assert.equal(client.last_active_session_id, body.response.created_session_id)
    assert.equal(client.last_authentication_strategy, 'password')
    assert.equal(client.sessions[0].user.id, id)
    assert.deepEqual(client.sessions[0].factor_verification_age, [0, -1])
    const thief = visitor(server)
    thief.token = planted
    assert.equal((await thief.visit('GET', '/client')).body.response, null)
    const kept = await browser.get('/client')
    assert.equal(kept.sign_in.status, 'complete')
    assert.ok((await server.request('GET', `/users/${id}`)).body.last_sign_in_at)
  },
  options,
)

rule(
  'SIN-3',
  'what is wrong is told, and an empty or a strange request is refused',
  async (server) => {
    const { email } = await person(server)
    const browser = visitor(server)
    refused(
      await begin(browser, { identifier: email, password: 'wrong' }),
      422,
      'form_password_incorrect',
      'password',
    )
    refused(
      await begin(browser, { identifier: testAddress() }),
      422,
      'form_identifier_not_found',
      'identifier',
    )
    refused(await begin(browser, {}), 422, 'form_param_missing', 'identifier')
    refused(
      await begin(browser, { strategy: 'password', identifier: email }),
      422,
      'form_param_missing',
      'password',
    )
    refused(await begin(browser, { strategy: 'ticket' }), 422, 'form_param_missing', 'ticket')
    refused(
      await begin(browser, { strategy: 'oauth_google', identifier: email }),
      400,
      'strategy_for_user_invalid',
    )
    refused(await begin(browser, { transfer: true }), 400, 'account_transfer_invalid')
    refused(
      await begin(browser, { identifier: 'a'.repeat(513) }),
      422,
      'form_param_max_length_exceeded',
      'identifier',
    )
    refused(await begin(browser, { identifier: 'a\0b' }), 422, 'form_param_value_invalid', 'identifier')
    refused(
      await begin(browser, { identifier: "' or 1=1 --" }),
      422,
      'form_identifier_not_found',
      'identifier',
    )
    assert.equal(browser.token, '', 'a failure makes no client')
  },
  options,
)

rule(
  'SIN-4',
  'a sign-in begins with any identifier that is claimed, and with no other',
  async (server) => {
    const username = `ada_${Math.random().toString(36).slice(2)}`
    const phone = `+1555555${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`
    const { id } = await person(server, { username, phone_number: [phone] })
    for (const identifier of [username.toUpperCase(), phone]) {
      const { body } = await begin(visitor(server), { identifier, password: rightPassword })
      assert.equal(body.response?.status, 'complete', identifier)
    }
    const unproved = testAddress()
    const added = await server.request('POST', '/email_addresses', {
      body: { user_id: id, email_address: unproved, verified: false },
    })
    assert.equal(added.status, 200, added.text)
    refused(
      await begin(visitor(server), { identifier: unproved }),
      422,
      'form_identifier_not_found',
      'identifier',
    )
  },
  options,
)

rule(
  'SIN-8',
  'a client with somebody signed in says so',
  async (server) => {
    const [first, second] = [await person(server), await person(server)]
    const browser = visitor(server)
    await browser.post('/client/sign_ins', { identifier: first.email, password: rightPassword })
    const answer = await begin(browser, { identifier: second.email, password: rightPassword })
    refused(answer, 400, 'session_exists')
    const { client } = answer.body.errors[0].meta
    assert.equal(client.sessions[0].user.id, first.id)
    await browser.visit('DELETE', '/client/sessions', {})
    await browser.post('/client/sign_ins', { identifier: second.email, password: rightPassword })
  },
  options,
)

rule(
  'SIN-8',
  'several may be signed in where the settings say so, each once',
  async (server) => {
    const [first, second] = [await person(server), await person(server)]
    const browser = visitor(server)
    await browser.post('/client/sign_ins', { identifier: first.email, password: rightPassword })
    await browser.post('/client/sign_ins', { identifier: second.email, password: rightPassword })
    assert.equal((await browser.get('/client')).sessions.length, 2)
    const again = await begin(browser, { identifier: first.email, password: rightPassword })
    refused(again, 400, 'identifier_already_signed_in')
  },
  { settings: { ...forVisitors, sessions: { single_session_mode: false } } },
)

rule(
  'SIN-14',
  'the first success puts a digest of our own in the place of an imported one',
  async (server) => {
    const email = testAddress()
    const { id } = await server.create({
      email_address: [email],
      password_digest: createHash('md5').update(rightPassword).digest('hex'),
      password_hasher: 'md5',
    })
    const stored = async () => (await server.rows('passwords')).find(({ user_id }) => user_id === id)!
    assert.equal((await stored()).hasher, 'md5')
    refused(
      await begin(visitor(server), { identifier: email, password: 'wrong' }),
      422,
      'form_password_incorrect',
      'password',
    )
    assert.equal((await stored()).hasher, 'md5')
    await visitor(server).post('/client/sign_ins', { identifier: email, password: rightPassword })
    assert.equal((await stored()).hasher, 'argon2id')
    await visitor(server).post('/client/sign_ins', { identifier: email, password: rightPassword })
  },
  options,
)

rule(
  'SIN-15',
  'failures are recorded without what was typed',
  async (server) => {
    const { id, email } = await person(server)
    const browser = visitor(server)
    const signIn = await browser.post('/client/sign_ins', { identifier: email })
    await step(browser, signIn.id, 'attempt_first_factor', {
      strategy: 'password',
      password: 'planted-guess',
    })
    const [event] = (await server.events(signIn.id)).filter(({ type }) => type === 'sign_in.failed')
    assert.deepEqual(event!.details, { user_id: id, strategy: 'password' })
    assert.ok(!JSON.stringify(await server.events()).includes('planted-guess'))
    assert.ok(!server.log.join('').includes('planted-guess'))
  },
  options,
)
