import assert from 'node:assert/strict'
import { verifyPassword } from '#contract/users/verify-password.ts'
import { digestExamples } from '#tests/digest-examples.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { guess, password, withPassword } from './passwords.ts'

const get = async (server: Parameters<typeof guess>[0], id: string) =>
  (await server.request('GET', `/users/${id}`)).body

rule('VPW-1 VPW-5', 'the right password is told so, and nothing changes', async (server) => {
  const user = await withPassword(server)
  const { status, text } = await guess(server, user.id, password)
  assert.equal(status, 200)
  assert.equal(text, '{"verified":true}')
  assert.deepEqual(await get(server, user.id), user)
  assert.equal((await server.events(user.id)).length, 1)
})

scenarios(verifyPassword, [
  {
    rule: 'VPW-2',
    name: 'a wrong password is refused',
    given: [{ email_address: ['verify.1@example.com'], password }],
    send: { password: 'Correct-Horse-9' },
    status: 422,
    code: 'incorrect_password',
  },
  {
    rule: 'VPW-2',
    name: 'a user without a password',
    given: [{ email_address: ['verify.2@example.com'] }],
    send: { password },
    status: 400,
    code: 'no_password_set',
  },
  {
    rule: 'VPW-2 ERR-9',
    name: 'an unknown user',
    user_id: 'user_nobody',
    send: { password },
    status: 404,
    code: 'resource_not_found',
  },
  ...[undefined, {}, null].map((send, i) => ({
    rule: 'VPW-3',
    name: `a missing password (${i})`,
    send,
    status: 422,
    code: 'form_param_missing',
    param: 'password',
  })),
  ...['', null].map((text) => ({
    rule: 'VPW-3',
    name: `the password ${JSON.stringify(text)}`,
    send: { password: text },
    status: 422,
    code: 'form_param_nil',
    param: 'password',
  })),
  ...[1, true, ['a'], { a: 1 }].map((value) => ({
    rule: 'VPW-3',
    name: `the password ${JSON.stringify(value)}`,
    send: { password: value },
    status: 422,
    code: 'form_param_type_invalid',
    param: 'password',
  })),
  {
    rule: 'VPW-3',
    name: 'a password of 4097 characters',
    send: { password: 'x'.repeat(4097) },
    status: 422,
    code: 'form_param_max_length_exceeded',
    param: 'password',
  },
])

const examples = Object.entries(digestExamples).flatMap(([hasher, digests]) =>
  digests.map((digest) => ({ hasher, digest })),
)
for (const { hasher, digest } of examples)
  rule('VPW-4 VPW-8', `${hasher}: ${digest.slice(0, 24)}…`, async (server) => {
    const user = await withPassword(server, { password_digest: digest, password_hasher: hasher })
    assert.equal(user.password_enabled, true)
    const [before] = (await server.rows('passwords')).filter(({ user_id }) => user_id === user.id)
    assert.equal(before!.hasher, hasher)
    assert.equal((await guess(server, user.id, `${password}x`)).status, 422)
    assert.equal((await guess(server, user.id, password)).status, 200)
    const [after] = (await server.rows('passwords')).filter(({ user_id }) => user_id === user.id)
    assert.equal(after!.hasher, 'argon2id')
    assert.equal((await guess(server, user.id, `${password}x`)).status, 422)
    assert.equal((await guess(server, user.id, password)).status, 200)
    assert.equal((await get(server, user.id)).password_last_updated_at, user.password_last_updated_at)
  })

rule('VPW-4', 'a locked user is refused with the seconds left; a banned one is not', async (server) => {
  const locked = await withPassword(server, { password, locked: true })
  const { status, body } = await guess(server, locked.id, password)
  assert.equal(status, 403)
  assert.equal(body.errors[0].code, 'user_locked')
  const left = body.errors[0].meta.lockout_expires_in_seconds
  assert.ok(left > 3590 && left <= 3600, String(left))
  const banned = await withPassword(server, { password, banned: true })
  assert.equal((await guess(server, banned.id, password)).status, 200)
})

rule('VPW-4', 'the lock is told before the missing password', async (server) => {
  const user = await withPassword(server, { locked: true })
  assert.equal((await guess(server, user.id, password)).status, 403)
})

rule(
  'VPW-6 SET-5',
  'wrong passwords use up the attempts, the last one locks, and the lock ends by itself',
  async (server) => {
    server.clock.freeze()
    const user = await withPassword(server)
    for (let left = 4; left >= 0; left--) {
      assert.equal((await guess(server, user.id, 'wrong')).status, 422)
      const now = await get(server, user.id)
      assert.equal(now.verification_attempts_remaining, left)
      assert.equal(now.locked, left === 0)
    }
    const refused = await guess(server, user.id, password)
    assert.equal(refused.status, 403)
    assert.equal(refused.body.errors[0].meta.lockout_expires_in_seconds, 1800)
    const events = await server.events(user.id)
    assert.deepEqual(
      events.map(({ details }) => details.action),
      [undefined, 'user.locked'],
    )
    server.clock.advance(1_799_000)
    assert.equal((await guess(server, user.id, password)).body.errors[0].meta.lockout_expires_in_seconds, 1)
    server.clock.advance(1000)
    assert.partialDeepStrictEqual(await get(server, user.id), {
      locked: false,
      lockout_expires_in_seconds: null,
      verification_attempts_remaining: 5,
    })
    assert.equal((await guess(server, user.id, 'wrong')).status, 422)
    assert.equal((await get(server, user.id)).verification_attempts_remaining, 4)
    assert.equal((await guess(server, user.id, password)).status, 200)
    assert.equal((await get(server, user.id)).verification_attempts_remaining, 5)
  },
  { settings: { user_lockout: { max_attempts: 5, duration_in_minutes: 30 } }, fresh: true },
)

rule(
  'VPW-6',
  'an endless lock by failures stays until it is lifted',
  async (server) => {
    const user = await withPassword(server)
    for (let i = 0; i < 5; i++) await guess(server, user.id, 'wrong')
    server.clock.advance(400 * 86_400_000)
    const refused = await guess(server, user.id, password)
    assert.equal(refused.status, 403)
    assert.deepEqual(refused.body.errors[0].meta, { lockout_expires_in_seconds: null })
    await server.request('POST', `/users/${user.id}/unlock`)
    assert.equal((await guess(server, user.id, password)).status, 200)
  },
  { settings: { user_lockout: { max_attempts: 5, duration_in_minutes: null } }, fresh: true },
)

rule('VPW-6', 'the right password as the last attempt locks nobody', async (server) => {
  const user = await withPassword(server)
  for (let i = 0; i < 9; i++) await guess(server, user.id, 'wrong')
  assert.equal((await guess(server, user.id, password)).status, 200)
  assert.deepEqual(await get(server, user.id), user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule('VPW-6', 'a success does not lift the lock of an administrator', async (server) => {
  const user = await withPassword(server)
  await guess(server, user.id, 'wrong')
  await server.request('POST', `/users/${user.id}/lock`)
  assert.equal((await guess(server, user.id, password)).status, 403)
  assert.partialDeepStrictEqual(await get(server, user.id), {
    locked: true,
    verification_attempts_remaining: 9,
  })
})

rule('VPW-7', 'of 24 wrong passwords at once ten are evaluated', async (server) => {
  const [digest] = digestExamples.md5
  const user = await withPassword(server, { password_digest: digest, password_hasher: 'md5' })
  const answers = await Promise.all(Array.from({ length: 24 }, () => guess(server, user.id, 'wrong')))
  const met = (status: number) => answers.filter((answer) => answer.status === status).length
  assert.deepEqual([met(422), met(403)], [10, 14])
  assert.equal((await guess(server, user.id, password)).status, 403)
})

rule('VPW-8', 'a digest is exchanged once under parallel successes', async (server) => {
  const [digest] = digestExamples.sha256
  const user = await withPassword(server, { password_digest: digest, password_hasher: 'sha256' })
  const answers = await Promise.all(Array.from({ length: 8 }, () => guess(server, user.id, password)))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  const stored = async () => (await server.rows('passwords')).find(({ user_id }) => user_id === user.id)!
  const first = await stored()
  assert.equal(first.hasher, 'argon2id')
  assert.equal((await guess(server, user.id, password)).status, 200)
  assert.deepEqual(await stored(), first)
})

rule('VPW-9', 'a password that lies elsewhere uses up no attempt', async (server) => {
  const user = await withPassword(server, {
    password_digest: 'awscognito#eu-west-1_AbC#3n4b#ada@example.test',
    password_hasher: 'awscognito',
  })
  const { status, body } = await guess(server, user.id, password)
  assert.equal(status, 422)
  assert.equal(body.errors[0].code, 'incorrect_password')
  assert.match(body.errors[0].long_message, /awscognito/)
  assert.deepEqual(await get(server, user.id), user)
})

rule(
  'VPW-10',
  'wrong passwords that do not count lock nobody',
  async (server) => {
    const user = await withPassword(server)
    for (let i = 0; i < 12; i++) assert.equal((await guess(server, user.id, 'wrong')).status, 422)
    assert.deepEqual(await get(server, user.id), user)
    await server.request('POST', `/users/${user.id}/lock`)
    assert.equal((await guess(server, user.id, password)).status, 403)
  },
  { settings: { user_lockout: { verify_password_counts: false } } },
)

rule(
  'VPW-10',
  'without lockout nothing counts',
  async (server) => {
    const user = await withPassword(server)
    for (let i = 0; i < 12; i++) assert.equal((await guess(server, user.id, 'wrong')).status, 422)
    assert.equal((await guess(server, user.id, password)).status, 200)
  },
  { settings: { user_lockout: { enabled: false } } },
)
