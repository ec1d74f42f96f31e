import assert from 'node:assert/strict'
import { createTOTP } from '#contract/users/create-totp.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { address, refused } from './given-users.ts'
import { codeAt, factorsOf, noFactors, read, rowsOf, verify } from './second-factors.ts'

rule('CTP-1 CTP-2 CTP-4 CTP-7', 'a new secret, told once, which is no second factor yet', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const { status, body } = await server.request('POST', `/users/${user.id}/totp`)
  assert.equal(status, 200)
  assert.deepEqual(Object.keys(body), [
    'object',
    'id',
    'secret',
    'uri',
    'verified',
    'backup_codes',
    'created_at',
    'updated_at',
  ])
  assert.partialDeepStrictEqual(body, { object: 'totp', verified: false, backup_codes: [] })
  assert.match(body.id, /^totp_[0-9A-Za-z]{27}$/)
  assert.match(body.secret, /^[A-Z2-7]{32}$/)
  const after = await server.request('GET', `/users/${user.id}`)
  assert.deepEqual(factorsOf(after.body), noFactors)
  assert.equal(after.body.mfa_enabled_at, null)
  assert.ok(!after.text.includes(body.secret))
  const [created, changed, ...others] = await server.events(user.id)
  assert.deepEqual([created!.type, changed!.type, others], ['user.created', 'user.updated', []])
  assert.deepEqual(changed!.details, { changed: ['totp'], action: 'user.totp.created' })
})

rule('CTP-3', 'the address names the application and the primary identifier', async (server) => {
  const named = async (body: Record<string, unknown>) => {
    const { id } = await server.create(body)
    return (await server.request('POST', `/users/${id}/totp`)).body
  }
  const email = address('uri')
  const { uri, secret } = await named({ email_address: [email], username: 'uri_user' })
  assert.equal(
    uri,
    `otpauth://totp/Bartleby%20(development):${email}?algorithm=SHA1&digits=6&issuer=Bartleby+%28development%29&period=30&secret=${secret}`,
  )
  const phone = await named({ phone_number: ['+436601234567'], username: 'uri_phone' })
  assert.match(phone.uri, /^otpauth:\/\/totp\/Bartleby%20\(development\):%2B436601234567\?/)
  const username = await named({ username: 'uri_name' })
  assert.match(username.uri, /:uri_name\?/)
})

rule(
  'CTP-3',
  'a live instance is named as the settings say',
  async (server) => {
    const { id } = await server.create({ username: 'live_user' })
    const { uri } = (await server.request('POST', `/users/${id}/totp`)).body
    assert.match(uri, /^otpauth:\/\/totp\/Ada's%20Shop:live_user\?.*&issuer=Ada%27s\+Shop&/)
  },
  { settings: { application_name: "Ada's Shop" }, environment: 'live' },
)

rule('CTP-5', 'one that waits is replaced; a confirmed one is not', async (server) => {
  server.clock.freeze()
  const { id, updated_at: now } = await server.create({ email_address: [address()] })
  const first = (await server.request('POST', `/users/${id}/totp`)).body
  const second = (await server.request('POST', `/users/${id}/totp`)).body
  assert.notEqual(first.secret, second.secret)
  assert.equal((await rowsOf(server, 'totps', id)).length, 1)
  refused(await verify(server, id, codeAt(now, 0, first.secret)), 422, 'totp_incorrect_code')
  assert.equal((await verify(server, id, codeAt(now, 0, second.secret))).status, 200)
  refused(await server.request('POST', `/users/${id}/totp`), 400, 'totp_already_enabled')
  assert.equal((await verify(server, id, codeAt(now, 1, second.secret))).status, 200)
  assert.equal((await read(server, id)).totp_enabled, true)
})

scenarios(createTOTP, [
  { rule: 'CTP-6 ERR-9', name: 'an unknown user', status: 404, code: 'resource_not_found' },
  {
    rule: 'CTP-6',
    name: 'where authenticator apps are switched off',
    options: { settings: { attributes: { authenticator_app: { enabled: false } } } },
    given: [{ email_address: ['ctp.6@example.com'] }],
    status: 403,
    code: 'feature_not_enabled',
  },
])
