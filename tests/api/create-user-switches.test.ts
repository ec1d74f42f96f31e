import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

/** Seconds left of a lock: the clock of the server runs on while a test does. */
const isAlmost = (seconds: number, whole: number) =>
  assert.ok(seconds <= whole && seconds > whole - 9, `${seconds} of ${whole}`)

const noBans = { settings: { supports_ban: false } }
const noLockout = { settings: { user_lockout: { enabled: false } } }

scenarios(createUser, [
  {
    rule: 'CRT-23',
    name: 'banned: true creates the user banned, and nothing else',
    send: { email_address: ['crt23.banned@x.io'], banned: true },
    status: 200,
    expect: { banned: true, locked: false, lockout_expires_in_seconds: null },
  },
  {
    rule: 'CRT-23 SET-5',
    name: 'locked: true creates the user locked for an hour, with all attempts left',
    send: { email_address: ['crt23.locked@x.io'], locked: true },
    status: 200,
    expect: { locked: true, banned: false, verification_attempts_remaining: 10 },
    check: ({ body }) => isAlmost(body.lockout_expires_in_seconds, 3600),
  },
  {
    rule: 'CRT-23 SET-8',
    name: 'where bans are switched off, banned: true is refused',
    options: noBans,
    send: { email_address: ['crt23@x.io'], banned: true },
    status: 402,
    code: 'unsupported_subscription_plan_features',
  },
  {
    rule: 'CRT-23 SET-8',
    name: 'where lockout is switched off, locked: true is refused',
    options: noLockout,
    send: { email_address: ['crt23@x.io'], locked: true },
    status: 403,
    code: 'feature_not_enabled',
  },
  ...[false, null].flatMap((value) => [
    {
      rule: 'CRT-23',
      name: `banned: ${value} is no ban, also where bans are switched off`,
      options: noBans,
      send: { email_address: [`crt23.${value}@x.io`], banned: value },
      status: 200,
      expect: { banned: false },
    },
    {
      rule: 'CRT-23',
      name: `locked: ${value} is no lock, also where lockout is switched off`,
      options: noLockout,
      send: { email_address: [`crt23.${value}@x.io`], locked: value },
      status: 200,
      expect: { locked: false },
    },
  ]),
])

rule(
  'CRT-23 SET-5',
  'a lock lasts as long as the settings say and ends by itself',
  async (server) => {
    const user = await server.create({ email_address: ['set5@x.io'], locked: true })
    isAlmost(user.lockout_expires_in_seconds, 300)
    assert.equal(user.verification_attempts_remaining, 7)
    server.clock.advance(290_000)
    const late = (await server.request('GET', `/users/${user.id}`)).body
    assert.equal(late.locked, true)
    isAlmost(late.lockout_expires_in_seconds, 10)
    server.clock.advance(10_000)
    const after = (await server.request('GET', `/users/${user.id}`)).body
    assert.deepEqual([after.locked, after.lockout_expires_in_seconds], [false, null])
  },
  { settings: { user_lockout: { max_attempts: 7, duration_in_minutes: 5 } } },
)

rule(
  'CRT-23 SET-5 USR-10',
  'a lock without a duration has no end',
  async (server) => {
    const user = await server.create({ email_address: ['set5@x.io'], locked: true })
    server.clock.advance(50 * 365 * 86_400_000)
    const { body } = await server.request('GET', `/users/${user.id}`)
    for (const one of [user, body])
      assert.deepEqual([one.locked, one.lockout_expires_in_seconds], [true, null])
  },
  { settings: { user_lockout: { duration_in_minutes: null } } },
)

rule(
  'SET-5 USR-11 CRT-26',
  'where lockout is switched off nobody has attempts to count',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    assert.deepEqual(
      [user.locked, user.lockout_expires_in_seconds, user.verification_attempts_remaining],
      [false, null, null],
    )
  },
  noLockout,
)

for (const [delete_self, create_organization] of [
  [true, false],
  [false, true],
] as const)
  rule(
    'SET-7 CRT-25',
    `the flags of a new user are the instance actions (${delete_self}, ${create_organization})`,
    async (server) => {
      const user = await server.create({ email_address: [address()] })
      assert.deepEqual(
        [user.delete_self_enabled, user.create_organization_enabled],
        [delete_self, create_organization],
      )
      const unset = { delete_self_enabled: null, create_organization_enabled: null }
      const nulls = await server.create({ email_address: [address()], ...unset })
      assert.deepEqual(
        [nulls.delete_self_enabled, nulls.create_organization_enabled],
        [delete_self, create_organization],
      )
      const other = { delete_self_enabled: !delete_self, create_organization_enabled: !create_organization }
      const given = await server.create({ email_address: [address()], ...other })
      assert.deepEqual(
        [given.delete_self_enabled, given.create_organization_enabled],
        [!delete_self, !create_organization],
      )
    },
    { settings: { actions: { delete_self, create_organization } } },
  )

const consent = { settings: { sign_up: { legal_consent_enabled: true } } }

rule(
  'CRT-22 SET-8',
  'where consent is demanded it must be given or skipped',
  async (server) => {
    for (const more of [
      {},
      { legal_accepted_at: null },
      { skip_legal_checks: false },
      { skip_legal_checks: null },
    ]) {
      const body = { email_address: ['crt22@x.io'], ...more }
      const answer = await server.request('POST', '/users', { body })
      refused(answer, 422, 'form_param_missing legal_accepted_at')
      assert.equal(answer.body.errors[0].long_message, 'legal_accepted_at must be included.')
    }
    const given = await server.create({
      email_address: ['crt22.given@x.io'],
      legal_accepted_at: '2024-02-29T00:00:00.001Z',
    })
    assert.equal(given.legal_accepted_at, Date.UTC(2024, 1, 29, 0, 0, 0, 1))
    const skipped = await server.create({ email_address: ['crt22.skipped@x.io'], skip_legal_checks: true })
    assert.equal(skipped.legal_accepted_at, null)
  },
  consent,
)

rule(
  'CRT-22',
  'consent at the very start of Unix time is consent',
  async (server) => {
    const user = await server.create({
      email_address: ['crt22.epoch@x.io'],
      legal_accepted_at: '1970-01-01T00:00:00Z',
    })
    assert.equal(user.legal_accepted_at, 0)
  },
  consent,
)
