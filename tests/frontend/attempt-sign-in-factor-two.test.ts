import assert from 'node:assert/strict'
import { codeAt, wrongCode } from '#tests/api/second-factors.ts'
import { rule } from '#tests/rules.ts'
import {
  backupCode,
  freshCode,
  halfSignedIn,
  mailedCode,
  person,
  refused,
  rightPassword,
  step,
  withApp,
} from './signing-in.ts'
import { forVisitors, visitor } from './visitor.ts'

const options = { settings: { ...forVisitors, user_lockout: { max_attempts: 5 } } }
const totp = (code: string) => ({ strategy: 'totp', code })
const backup = (code: string) => ({ strategy: 'backup_code', code })

rule(
  'MFI-2',
  'the second step takes a code once, of the user alone',
  async (server) => {
    const { email } = await withApp(server)
    const code = freshCode(server)
    const first = await halfSignedIn(server, email)
    const shown = await first.browser.get(`/client/sign_ins/${first.id}`)
    assert.deepEqual(shown.supported_second_factors, [{ strategy: 'totp' }, { strategy: 'backup_code' }])
    refused(
      await step(first.browser, first.id, 'attempt_second_factor', totp(wrongCode(server.clock.now))),
      422,
      'form_code_incorrect',
      'code',
    )
    const done = await step(first.browser, first.id, 'attempt_second_factor', totp(code))
    assert.equal(done.body.response.status, 'complete')
    assert.equal(done.body.response.second_factor_verification.strategy, 'totp')
    refused(
      await step(first.browser, first.id, 'attempt_second_factor', totp(code)),
      400,
      'client_state_invalid',
    )
    const second = await halfSignedIn(server, email)
    refused(
      await step(second.browser, second.id, 'attempt_second_factor', totp(code)),
      422,
      'form_code_incorrect',
      'code',
    )
    const used = await step(second.browser, second.id, 'attempt_second_factor', backup(backupCode))
    assert.equal(used.body.response.status, 'complete')
    const third = await halfSignedIn(server, email)
    assert.deepEqual((await third.browser.get(`/client/sign_ins/${third.id}`)).supported_second_factors, [
      { strategy: 'totp' },
    ])
    refused(
      await step(third.browser, third.id, 'attempt_second_factor', backup(backupCode)),
      400,
      'strategy_for_user_invalid',
    )
    const other = await person(server, {
      totp_secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      backup_codes: ['theirs-code-9'],
    })
    await withApp(server)
    const theirs = await halfSignedIn(server, other.email)
    refused(
      await step(theirs.browser, theirs.id, 'attempt_second_factor', backup(backupCode)),
      422,
      'form_code_incorrect',
      'code',
    )
    refused(
      await step(theirs.browser, theirs.id, 'attempt_second_factor', totp(codeAt(server.clock.now))),
      422,
      'form_code_incorrect',
      'code',
    )
    refused(
      await step(theirs.browser, theirs.id, 'attempt_second_factor', { strategy: 'sms', code: '1' }),
      400,
      'strategy_for_user_invalid',
    )
    refused(
      await step(theirs.browser, theirs.id, 'attempt_second_factor', { strategy: 'totp' }),
      422,
      'form_param_missing',
      'code',
    )
  },
  options,
)

rule(
  'MFI-2',
  'wrong codes lock, and the lock holds against the right one',
  async (server) => {
    const { email } = await withApp(server)
    const code = freshCode(server)
    const { browser, id } = await halfSignedIn(server, email)
    for (let i = 0; i < 5; i++)
      refused(
        await step(browser, id, 'attempt_second_factor', totp(wrongCode(server.clock.now))),
        422,
        'form_code_incorrect',
        'code',
      )
    const answer = await step(browser, id, 'attempt_second_factor', totp(code))
    refused(answer, 403, 'user_locked')
    assert.ok(answer.body.errors[0].meta.lockout_expires_in_seconds > 3500)
    refused(await step(browser, id, 'attempt_second_factor', backup(backupCode)), 403, 'user_locked')
  },
  options,
)

rule(
  'MFI-2',
  'an app that is not confirmed is no second factor',
  async (server) => {
    const { id, email } = await person(server)
    const made = await server.request('POST', `/users/${id}/totp`, { body: {} })
    assert.equal(made.status, 200, made.text)
    const signIn = await visitor(server).post('/client/sign_ins', {
      identifier: email,
      password: rightPassword,
    })
    assert.equal(signIn.status, 'complete')
  },
  options,
)

rule(
  'MFI-3',
  'an attempt between its steps ends with the factors or the password that it is about',
  async (server) => {
    const gone = await withApp(server)
    const code = freshCode(server)
    const waits = await halfSignedIn(server, gone.email)
    await server.request('DELETE', `/users/${gone.id}/mfa`)
    refused(
      await step(waits.browser, waits.id, 'attempt_second_factor', totp(code)),
      400,
      'strategy_for_user_invalid',
    )
    refused(
      await step(waits.browser, waits.id, 'attempt_second_factor', backup(backupCode)),
      400,
      'strategy_for_user_invalid',
    )
    const first = { strategy: 'password', password: rightPassword }
    refused(await step(waits.browser, waits.id, 'attempt_first_factor', first), 400, 'client_state_invalid')
    assert.equal((await waits.browser.get('/client')).sessions.length, 0)

    const changed = await withApp(server)
    const half = await halfSignedIn(server, changed.email)
    server.clock.advance(1)
    await server.request('PATCH', `/users/${changed.id}`, { body: { password: 'another horse 8' } })
    const fresh = freshCode(server)
    refused(
      await step(half.browser, half.id, 'attempt_second_factor', totp(fresh)),
      400,
      'verification_expired',
    )

    const banned = await withApp(server)
    const stopped = await halfSignedIn(server, banned.email)
    await server.request('POST', `/users/${banned.id}/ban`)
    refused(
      await step(stopped.browser, stopped.id, 'attempt_second_factor', totp(freshCode(server))),
      403,
      'user_banned',
    )
    await server.request('DELETE', `/users/${banned.id}`)
    refused(
      await step(stopped.browser, stopped.id, 'attempt_second_factor', totp(freshCode(server))),
      404,
      'resource_not_found',
    )
  },
  options,
)

rule(
  'MFI-4',
  'there is nothing to prepare for a second step',
  async (server) => {
    const { email } = await withApp(server)
    const { browser, id } = await halfSignedIn(server, email)
    const prepare = (strategy: string, of = id, by = browser) =>
      step(by, of, 'prepare_second_factor', { strategy })
    refused(await prepare('totp'), 400, 'verification_strategy_invalid')
    refused(await prepare('phone_code'), 400, 'no_second_factors')
    refused(await prepare('x'.repeat(65)), 422, 'form_param_max_length_exceeded', 'strategy')
    refused(
      await step(browser, id, 'attempt_second_factor', { strategy: 'totp', code: '1'.repeat(65) }),
      422,
      'form_param_max_length_exceeded',
      'code',
    )
    await browser.post('/client/sign_ins', { identifier: email })
    refused(await prepare('totp'), 403, 'resource_forbidden')
    refused(await step(browser, id, 'attempt_second_factor', totp('123456')), 403, 'resource_forbidden')
    refused(
      await step(browser, id, 'reset_password', { password: 'another horse 8' }),
      403,
      'resource_forbidden',
    )
    const stranger = visitor(server)
    await stranger.post('/client')
    refused(await prepare('totp', id, stranger), 404, 'resource_not_found')
    const early = await stranger.post('/client/sign_ins', { identifier: email })
    refused(await prepare('totp', early.id, stranger), 400, 'client_state_invalid')
  },
  options,
)

rule(
  'SIN-11',
  'a compromised password proves nothing; after another factor a new one is chosen',
  async (server) => {
    const { id, email } = await withApp(server)
    server.clock.freeze()
    await server.request('POST', `/users/${id}/password/set_compromised`, { body: {} })
    const browser = visitor(server)
    const signIn = await browser.post('/client/sign_ins', { identifier: email, strategy: 'email_code' })
    const at = (name: string, form: Record<string, string | boolean>) => step(browser, signIn.id, name, form)
    const known = { strategy: 'password', password: rightPassword }
    refused(await at('attempt_first_factor', known), 422, 'form_password_compromised', 'password')
    refused(await at('reset_password', { password: 'another horse 8' }), 400, 'client_state_invalid')
    await at('prepare_first_factor', { strategy: 'email_code' })
    const half = await at('attempt_first_factor', { strategy: 'email_code', code: mailedCode })
    assert.equal(half.body.response.status, 'needs_second_factor')
    refused(await at('reset_password', { password: 'another horse 8' }), 400, 'client_state_invalid')
    const code = freshCode(server)
    const proved = await at('attempt_second_factor', totp(code))
    assert.equal(proved.body.response.status, 'needs_new_password')
    assert.equal(proved.body.client.sessions.length, 0)
    refused(
      await at('reset_password', { password: rightPassword }),
      422,
      'form_password_compromised',
      'password',
    )
    refused(
      await at('reset_password', { password: 'short' }),
      422,
      'form_password_length_too_short',
      'password',
    )
    refused(await at('reset_password', {}), 422, 'form_param_missing', 'password')
    const done = await at('reset_password', { password: 'another horse 8', sign_out_of_other_sessions: true })
    assert.equal(done.body.response.status, 'complete')
    refused(await at('reset_password', { password: 'another horse 8' }), 400, 'client_state_invalid')
    const old = await visitor(server).visit('POST', '/client/sign_ins', {
      identifier: email,
      password: rightPassword,
    })
    refused(old, 422, 'form_password_incorrect', 'password')
  },
  options,
)
