import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { codeAt, factorsOf, noFactors, rowsOf, wrongCode } from '#tests/api/second-factors.ts'
import { kindsTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { forMe, type Me, me } from './me.ts'

const confirm = (one: Me, code: string) => one.call('POST', '/totp/attempt_verification', { code })

/** A user with a confirmed app: its secret, when it was created, and the backup codes that came with it. */
async function withApp(server: TestServer) {
  const one = await me(server)
  const { secret, created_at } = await one.done('POST', '/totp')
  const answer = await confirm(one, codeAt(created_at, 0, secret))
  assert.equal(answer.status, 200, answer.text)
  return { one, secret, created_at, codes: answer.body.response.backup_codes as string[] }
}

const check = async (server: TestServer, one: Me, code: string) =>
  (await server.request('POST', `/users/${one.user.id}/verify_totp`, { body: { code } })).status

rule(
  'MTO-1 MTO-2',
  'the secret is told once; a right code makes it a factor, with backup codes',
  async (server) => {
    const ada = await me(server)
    refused(await confirm(ada, '123456'), 400, 'totp_disabled')
    const older = await ada.done('POST', '/totp')
    const created = await ada.call('POST', '/totp')
    const { secret, uri, verified, backup_codes, created_at } = created.body.response
    assert.match(uri, new RegExp(`^otpauth://totp/.*${encodeURIComponent(ada.email).replace('%40', '@')}`))
    assert.deepEqual([verified, backup_codes], [false, null])
    assert.notEqual(secret, older.secret)
    assert.deepEqual(factorsOf(await ada.done('GET', '')), noFactors)
    const stored = await rowsOf(server, 'totps', ada.user.id)
    assert.equal(stored.length, 1)
    assert.ok(!JSON.stringify(stored).includes(secret))

    refused(await ada.call('POST', '/totp/attempt_verification', {}), 422, 'form_param_missing code')
    refused(await confirm(ada, '9'.repeat(65)), 422, 'form_param_max_length_exceeded code')
    refused(await confirm(ada, wrongCode(created_at, secret)), 422, 'form_code_incorrect code')
    const left = (await ada.done('GET', '')).verification_attempts_remaining
    assert.equal(left, 4)
    const answer = await confirm(ada, codeAt(created_at, 0, secret))
    assert.equal(answer.body.response.verified, true)
    assert.equal(answer.body.response.secret, null)
    assert.equal(answer.body.response.backup_codes.length, 10)
    assert.ok(!answer.text.includes(secret), 'never again')
    assert.ok(!JSON.stringify(await server.events()).includes(secret))
    assert.deepEqual(factorsOf(await ada.done('GET', '')), {
      two_factor_enabled: true,
      totp_enabled: true,
      backup_code_enabled: true,
    })
    assert.deepEqual(await kindsTo(server, ada.email), ['second_factor_added', 'second_factor_added'])
    refused(await ada.call('POST', '/totp'), 400, 'totp_already_enabled')
    refused(await confirm(ada, codeAt(created_at, 1, secret)), 400, 'totp_disabled')
  },
  forMe({ user_lockout: { max_attempts: 5 } }),
)

rule(
  'MTO-2',
  'wrong codes lock the account',
  async (server) => {
    const ada = await me(server)
    const { secret, created_at } = await ada.done('POST', '/totp')
    for (let n = 0; n < 5; n++)
      refused(await confirm(ada, wrongCode(created_at, secret)), 422, 'form_code_incorrect code')
    refused(await confirm(ada, codeAt(created_at, 0, secret)), 403, 'user_locked')
    assert.deepEqual(factorsOf(await ada.done('GET', '')), noFactors)
  },
  forMe({ user_lockout: { max_attempts: 5 } }),
)

rule(
  'MTO-3',
  'deleting takes the backup codes along, and is told by mail',
  async (server) => {
    const { one, codes } = await withApp(server)
    const [row] = await rowsOf(server, 'totps', one.user.id)
    const deleted = await one.done('DELETE', '/totp')
    assert.deepEqual(deleted, { object: 'totp', id: row!.id, deleted: true })
    assert.deepEqual(factorsOf(await one.done('GET', '')), noFactors)
    assert.deepEqual(await rowsOf(server, 'backup_codes', one.user.id), [])
    assert.equal(await check(server, one, codes[0]!), 400)
    const kinds = await kindsTo(server, one.email)
    assert.deepEqual(kinds.slice(2), ['second_factor_removed', 'second_factor_removed'])
    refused(await one.call('DELETE', '/totp'), 404, 'resource_not_found')
    const event = (await server.events(one.user.id)).findLast(({ type }) => type === 'user.updated')!
    assert.equal(event.actor, `user:${one.user.id}`)
  },
  forMe(),
)

rule(
  'MTO-4',
  'backup codes need another factor, and void those before',
  async (server) => {
    const plain = await me(server)
    refused(await plain.call('POST', '/backup_codes'), 400, 'backup_codes_not_available')
    const { one, codes } = await withApp(server)
    const fresh = await one.done('POST', '/backup_codes')
    assert.equal(fresh.object, 'backup_code')
    assert.equal(new Set([...fresh.codes, ...codes]).size, 20)
    assert.equal(await check(server, one, codes[0]!), 422)
    assert.equal(await check(server, one, fresh.codes[0]), 200)
    assert.equal(await check(server, one, fresh.codes[0]), 422)
    const rows = JSON.stringify(await server.rows('backup_codes'))
    assert.ok(!fresh.codes.some((code: string) => rows.includes(code)))
    const text = (await one.call('GET', '')).text
    assert.ok(!fresh.codes.some((code: string) => text.includes(code)))
  },
  forMe(),
)

rule(
  'MTO-1 MTO-4',
  'where factors are switched off there are none',
  async (server) => {
    const ada = await me(server)
    refused(await ada.call('POST', '/totp'), 403, 'feature_not_enabled')
    refused(await ada.call('POST', '/backup_codes'), 403, 'feature_not_enabled')
  },
  forMe({ attributes: { authenticator_app: { enabled: false }, backup_code: { enabled: false } } }),
)
