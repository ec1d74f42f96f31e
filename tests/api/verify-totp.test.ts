import assert from 'node:assert/strict'
import { verifyTOTP } from '#contract/users/verify-totp.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { address, refused } from './given-users.ts'
import { bcryptOf, codeAt, factorsOf, read, rowsOf, verify, withTotp, wrongCode } from './second-factors.ts'

const totpAnswer = '{"verified":true,"code_type":"totp"}'
const backupAnswer = '{"verified":true,"code_type":"backup_code"}'

rule(
  'VTP-1 VTP-4',
  'a code of the app is right once, and nothing else of the user changes',
  async (server) => {
    const { id, now, user } = await withTotp(server)
    const right = await verify(server, id, codeAt(now))
    assert.equal(right.status, 200)
    assert.equal(right.text, totpAnswer)
    refused(await verify(server, id, codeAt(now)), 422, 'totp_incorrect_code')
    assert.equal((await server.events(id)).length, 1)
    assert.deepEqual(await read(server, id), { ...user, verification_attempts_remaining: 9 })
  },
)

rule('VTP-4', 'one step early or late; after a later step no earlier one', async (server) => {
  for (const off of [-2, 2]) {
    const { id, now } = await withTotp(server)
    refused(await verify(server, id, codeAt(now, off)), 422, 'totp_incorrect_code')
  }
  const { id, now } = await withTotp(server)
  for (const off of [-1, 0, 1]) assert.equal((await verify(server, id, codeAt(now, off))).text, totpAnswer)
  for (const off of [-1, 0, 1])
    refused(await verify(server, id, codeAt(now, off)), 422, 'totp_incorrect_code')
  const other = await withTotp(server)
  assert.equal((await verify(server, other.id, codeAt(now, 1))).status, 200)
  for (const off of [-1, 0])
    refused(await verify(server, other.id, codeAt(now, off)), 422, 'totp_incorrect_code')
})

rule(
  'VTP-4',
  'a clock that is set back accepts no code again',
  async (server) => {
    const { id, now } = await withTotp(server)
    assert.equal((await verify(server, id, codeAt(now))).status, 200)
    server.clock.advance(-3_600_000)
    const back = now - 3_600_000
    for (const at of [back, now]) refused(await verify(server, id, codeAt(at)), 422, 'totp_incorrect_code')
    server.clock.advance(3_600_000 + 60_000)
    assert.equal((await verify(server, id, codeAt(now + 60_000))).text, totpAnswer)
  },
  { fresh: true },
)

rule('VTP-1 VTP-6', 'a backup code is right once; the last one takes the mark along', async (server) => {
  const codes = ['first-code-1', await bcryptOf('second-code-2')]
  const { id, user } = await withTotp(server, { backup_codes: codes })
  assert.equal((await verify(server, id, 'first-code-1')).text, backupAnswer)
  refused(await verify(server, id, 'first-code-1'), 422, 'totp_invalid_length')
  assert.equal((await read(server, id)).backup_code_enabled, true)
  assert.equal((await verify(server, id, 'second-code-2')).text, backupAnswer)
  refused(await verify(server, id, 'second-code-2'), 422, 'totp_invalid_length')
  assert.deepEqual(await rowsOf(server, 'backup_codes', id), [])
  const after = await read(server, id)
  assert.deepEqual(factorsOf(after), {
    two_factor_enabled: true,
    totp_enabled: true,
    backup_code_enabled: false,
  })
  assert.equal(after.mfa_disabled_at, null)
  assert.equal(after.mfa_enabled_at, user.mfa_enabled_at)
  assert.deepEqual(
    (await server.events(id)).map(({ type, details }) => [type, details.action, details.changed]),
    [
      ['user.created', undefined, undefined],
      ['user.updated', 'user.backup_code.used', ['backup_codes']],
      ['user.updated', 'user.backup_code.used', ['backup_codes', 'backup_code_enabled']],
    ],
  )
})

rule('VTP-7', 'every spelling of a backup code is that one code', async (server) => {
  const spellings = ['ABCDE-01234', 'abcde01234', ' aBc-dE 0123-4 ', 'abcdeO1234', 'abcdeOi234', 'ABCDE0L234']
  for (const spelling of spellings) {
    const { id } = await withTotp(server, { backup_codes: ['abcde-01234'] })
    assert.equal((await verify(server, id, spelling)).text, backupAnswer, spelling)
    for (const again of spellings) refused(await verify(server, id, again), 422, 'totp_invalid_length')
  }
  const twice = await withTotp(server, { backup_codes: ['abcde-01234', 'ABCDE01234'] })
  assert.equal((await rowsOf(server, 'backup_codes', twice.id)).length, 1)
})

rule('VTP-3', 'six characters that are wrong, and any other number of them', async (server) => {
  const { id, now } = await withTotp(server, { backup_codes: ['abcde-01234', '654321'] })
  const code = codeAt(now)
  const arabic = code.replaceAll(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
  for (const wrong of [wrongCode(now), arabic, 'abcdef'])
    refused(await verify(server, id, wrong), 422, 'totp_incorrect_code')
  for (const wrong of [`${code.slice(0, 3)} ${code.slice(3)}`, `0${code}`, code.slice(1)])
    refused(await verify(server, id, wrong), 422, 'totp_invalid_length')
  // An imported code of six digits is no code of the app, and still one of the user.
  assert.equal((await verify(server, id, '654321')).text, backupAnswer)
  assert.equal((await verify(server, id, code)).text, totpAnswer)
})

rule('VTP-3', 'one request with a code that is both uses up one of the two', async (server) => {
  const { now } = await withTotp(server)
  const both = codeAt(now)
  const { id } = await withTotp(server, { backup_codes: [both] })
  assert.equal((await verify(server, id, both)).text, totpAnswer)
  assert.equal((await verify(server, id, both)).text, backupAnswer)
  refused(await verify(server, id, both), 422, 'totp_incorrect_code')
})

scenarios(verifyTOTP, [
  {
    rule: 'VTP-2',
    name: 'a user without an app, backup codes or not',
    given: [{ email_address: ['vtp.1@example.com'], backup_codes: ['abcde-01234'] }],
    send: { code: 'abcde-01234' },
    status: 400,
    code: 'totp_disabled',
  },
  {
    rule: 'VTP-2 ERR-9',
    name: 'an unknown user',
    user_id: 'user_nobody',
    send: { code: '123456' },
    status: 404,
    code: 'resource_not_found',
  },
  {
    rule: 'VTP-2',
    name: 'an id with a NUL',
    user_id: 'user_%00',
    send: { code: '123456' },
    status: 404,
    code: 'resource_not_found',
  },
  ...[undefined, {}].map((send, i) => ({
    rule: 'VTP-10',
    name: `a missing code (${i})`,
    send,
    status: 422,
    code: 'form_param_missing',
    param: 'code',
  })),
  ...['', null].map((code) => ({
    rule: 'VTP-10',
    name: `the code ${JSON.stringify(code)}`,
    send: { code },
    status: 422,
    code: 'form_param_nil',
    param: 'code',
  })),
  ...[123456, true, ['123456'], { a: 1 }].map((code) => ({
    rule: 'VTP-10',
    name: `the code ${JSON.stringify(code)}`,
    send: { code },
    status: 422,
    code: 'form_param_type_invalid',
    param: 'code',
  })),
  {
    rule: 'VTP-10',
    name: 'a code of 257 characters',
    send: { code: 'x'.repeat(257) },
    status: 422,
    code: 'form_param_max_length_exceeded',
    param: 'code',
  },
])

rule(
  'VTP-5',
  'an app that is not confirmed: a right code confirms it, and only then backup codes help',
  async (server) => {
    server.clock.freeze()
    const { id, updated_at } = await server.create({
      email_address: [address()],
      backup_codes: ['abcde-01234'],
    })
    const { body: totp } = await server.request('POST', `/users/${id}/totp`)
    refused(await verify(server, id, wrongCode(updated_at, totp.secret)), 422, 'totp_incorrect_code')
    refused(await verify(server, id, 'abcde-01234'), 422, 'totp_invalid_length')
    assert.deepEqual(factorsOf(await read(server, id)), {
      two_factor_enabled: false,
      totp_enabled: false,
      backup_code_enabled: true,
    })
    server.clock.advance(1000)
    const code = codeAt(updated_at + 1000, 0, totp.secret)
    assert.equal((await verify(server, id, code)).text, totpAnswer)
    const after = await read(server, id)
    assert.deepEqual(factorsOf(after), {
      two_factor_enabled: true,
      totp_enabled: true,
      backup_code_enabled: true,
    })
    assert.equal(after.mfa_enabled_at, updated_at + 1000)
    assert.equal(after.updated_at, updated_at + 1000)
    refused(await verify(server, id, code), 422, 'totp_incorrect_code')
    assert.equal((await verify(server, id, 'abcde-01234')).text, backupAnswer)
    const confirmation = (await server.events(id)).find(
      ({ details }) => details.action === 'user.totp.confirmed',
    )
    assert.deepEqual(confirmation?.details.changed, ['mfa_enabled_at', 'totp_enabled'])
  },
)

rule(
  'VTP-8 SET-5',
  'wrong codes use up attempts of their own, and the last one locks',
  async (server) => {
    const password = 'Correct-Horse-9!'
    const { id, now } = await withTotp(server, { password, backup_codes: ['abcde-01234'] })
    const guess = (text: string) =>
      server.request('POST', `/users/${id}/verify_password`, { body: { password: text } })
    for (let i = 0; i < 3; i++) await guess('wrong')
    for (const left of [4, 3, 2, 1]) {
      await verify(server, id, left % 2 === 0 ? wrongCode(now) : 'no-such-code')
      assert.equal((await read(server, id)).verification_attempts_remaining, Math.min(left, 2))
    }
    // A right password gives back no guess at the second factor, nor the other way round.
    assert.equal((await guess(password)).status, 200)
    assert.equal((await read(server, id)).verification_attempts_remaining, 1)
    await guess('wrong')
    assert.equal((await verify(server, id, codeAt(now))).status, 200)
    assert.equal((await read(server, id)).verification_attempts_remaining, 4)
    for (let i = 0; i < 5; i++) assert.equal((await verify(server, id, wrongCode(now))).status, 422)
    assert.partialDeepStrictEqual(await read(server, id), {
      locked: true,
      verification_attempts_remaining: 0,
    })
    for (const right of [codeAt(now, 1), 'abcde-01234'])
      refused(await verify(server, id, right), 403, 'user_locked')
    assert.equal((await guess(password)).status, 403)
    // Nothing was compared meanwhile: both are still there.
    await server.request('POST', `/users/${id}/unlock`)
    assert.equal((await read(server, id)).verification_attempts_remaining, 5)
    for (const right of [codeAt(now, 1), 'abcde-01234'])
      assert.equal((await verify(server, id, right)).status, 200)
  },
  { settings: { user_lockout: { max_attempts: 5 } } },
)

rule('VTP-8', 'an unlock gives back the attempts of both kinds and tells so', async (server) => {
  const { id, now } = await withTotp(server)
  await verify(server, id, wrongCode(now))
  await server.request('POST', `/users/${id}/unlock`)
  assert.equal((await read(server, id)).verification_attempts_remaining, 10)
  assert.deepEqual((await server.events(id)).at(-1)?.details.changed, ['verification_attempts_remaining'])
})

rule('VTP-8', 'the lock of an administrator: nothing is compared', async (server) => {
  const { id, now } = await withTotp(server, { backup_codes: ['abcde-01234'], locked: true })
  for (const right of [codeAt(now), 'abcde-01234']) {
    const answer = await verify(server, id, right)
    refused(answer, 403, 'user_locked')
    assert.equal(answer.body.errors[0].meta.lockout_expires_in_seconds, 3600)
  }
  await server.request('POST', `/users/${id}/unlock`)
  for (const right of [codeAt(now), 'abcde-01234'])
    assert.equal((await verify(server, id, right)).status, 200)
})

rule(
  'VTP-9',
  'wrong codes that do not count lock nobody',
  async (server) => {
    const { id, now } = await withTotp(server)
    for (let i = 0; i < 12; i++) assert.equal((await verify(server, id, wrongCode(now))).status, 422)
    assert.equal((await read(server, id)).verification_attempts_remaining, 10)
    assert.equal((await verify(server, id, codeAt(now))).status, 200)
    await server.request('POST', `/users/${id}/lock`)
    refused(await verify(server, id, codeAt(now, 1)), 403, 'user_locked')
  },
  { settings: { user_lockout: { verify_totp_counts: false } } },
)

rule(
  'VTP-2',
  'where apps are switched off nobody has one',
  async (server) => {
    const { id } = await server.create({ email_address: [address()] })
    refused(await verify(server, id, '123456'), 400, 'totp_disabled')
  },
  { settings: { attributes: { authenticator_app: { enabled: false } } } },
)

rule('VTP-12', "another user's codes are wrong, and stay good for their user", async (server) => {
  const other = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const [plain, imported] = ['hers-only-77', 'hers-only-88']
  const hers = await withTotp(server, { totp_secret: other, backup_codes: [plain, await bcryptOf(imported)] })
  const his = await withTotp(server, { backup_codes: ['his-only-9999'] })
  for (const code of [codeAt(his.now, 0, other), plain, imported])
    assert.equal((await verify(server, his.id, code)).status, 422, code)
  assert.equal((await rowsOf(server, 'backup_codes', his.id)).length, 1)
  for (const code of [codeAt(his.now, 0, other), plain, imported])
    assert.equal((await verify(server, hers.id, code)).status, 200, code)
})
