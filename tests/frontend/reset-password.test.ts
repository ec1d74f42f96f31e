import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { begin, mailedCode, person, rightPassword, step } from './signing-in.ts'
import { type Form, forVisitors, visitor } from './visitor.ts'
import { weakPasswords } from './weak-passwords.ts'

const optionsOf = (password: object = {}): RuleOptions => ({ settings: { ...forVisitors, password } })
const fresh = 'another horse 8'

/** An attempt that has proved all factors and must replace a compromised password. */
async function atReset(server: TestServer) {
  const { id, email } = await person(server, { skip_password_checks: true })
  await server.request('POST', `/users/${id}/password/set_compromised`, { body: {} })
  const browser = visitor(server)
  const signIn = await browser.post('/client/sign_ins', { identifier: email, strategy: 'email_code' })
  const form = { strategy: 'email_code', code: mailedCode }
  const proved = await step(browser, signIn.id, 'attempt_first_factor', form)
  assert.equal(proved.body.response.status, 'needs_new_password')
  const reset = (form: Form) => step(browser, signIn.id, 'reset_password', form)
  return { id, email, browser, signInId: signIn.id as string, reset }
}

for (const [name, policy, text, expected] of weakPasswords)
  rule(
    'SIN-11',
    `the new password follows the policy: ${name}`,
    async (server) => {
      const { reset } = await atReset(server)
      const codes = expected.map((code) => `form_password_${code} password`)
      refused(await reset({ password: text }), 422, ...codes)
    },
    optionsOf(policy),
  )

rule(
  'SIN-11',
  'the new password is given, is no identifier and not the old one',
  async (server) => {
    const { email, reset, signInId } = await atReset(server)
    refused(await reset({ password: email }), 422, 'form_password_matches_identifier password')
    refused(await reset({ password: rightPassword }), 422, 'form_password_compromised password')
    refused(await reset({}), 422, 'form_param_missing password')
    refused(await reset({ password: 'x'.repeat(2000) }), 422, 'form_param_max_length_exceeded password')
    const stranger = visitor(server)
    await begin(stranger, { identifier: email })
    refused(await step(stranger, signInId, 'reset_password', { password: fresh }), 404, 'resource_not_found')
    assert.equal((await reset({ password: fresh })).body.response.status, 'complete')
  },
  optionsOf(),
)

rule(
  'SIN-11 SIN-9',
  'a user who is banned or locked meanwhile gets no further',
  async (server) => {
    const { id, reset } = await atReset(server)
    await server.request('POST', `/users/${id}/lock`)
    refused(await reset({ password: fresh }), 403, 'user_locked')
    await server.request('POST', `/users/${id}/unlock`)
    await server.request('POST', `/users/${id}/ban`)
    refused(await reset({ password: fresh }), 403, 'user_banned')
    const { body } = await server.request('GET', `/sessions?user_id=${id}`)
    assert.deepEqual(body, [])
  },
  optionsOf(),
)

rule(
  'SIN-11 CMP-4',
  'a compromised password begins nothing; fields have bounds',
  async (server) => {
    const { id, email } = await person(server)
    await server.request('POST', `/users/${id}/password/set_compromised`, { body: {} })
    const browser = visitor(server)
    const tried = await begin(browser, { identifier: email, password: rightPassword })
    refused(tried, 422, 'form_password_compromised password')
    const signIn = await browser.post('/client/sign_ins', { identifier: email })
    const at = (name: string, form: Form) => step(browser, signIn.id, name, form)
    refused(await at('prepare_first_factor', {}), 422, 'form_param_missing strategy')
    const long = 'x'.repeat(5000)
    const prepare = { strategy: 'email_code', email_address_id: long }
    const tooLong = 'form_param_max_length_exceeded'
    refused(await at('prepare_first_factor', prepare), 422, `${tooLong} email_address_id`)
    const attempt = { strategy: 'email_code', code: long }
    refused(await at('attempt_first_factor', attempt), 422, `${tooLong} code`)
  },
  optionsOf(),
)
