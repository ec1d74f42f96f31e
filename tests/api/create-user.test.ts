import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createUser } from '#contract/users/create-user.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { metadataOfSize } from '#tests/api/metadata-text.ts'
import { rule, scenarios } from '#tests/rules.ts'

const json = { 'content-type': 'application/json' }
const metadataFields = ['public_metadata', 'private_metadata', 'unsafe_metadata'] as const

rule('CRT-17', 'without a password there is none, whatever checks are skipped', async (server) => {
  for (const more of [{}, { skip_password_requirement: true }, { skip_password_checks: true }]) {
    const user = await server.create({ email_address: [address()], ...more })
    assert.equal(user.password_enabled, false)
    assert.equal(user.password_last_updated_at, null)
  }
})

scenarios(
  createUser,
  metadataFields.flatMap((param) =>
    [null, [], [{}], 'text', '{}', 0, 7.5, true, false].map((value) => ({
      rule: 'CRT-20',
      name: `${param} cannot be ${JSON.stringify(value)}`,
      send: { email_address: ['crt20@x.io'], [param]: value },
      status: 422,
      code: 'form_param_value_invalid',
      param,
    })),
  ),
)

for (const param of metadataFields)
  rule('CRT-20', `${param} holds 8192 bytes, not one more`, async (server) => {
    for (const filler of ['x', 'ä', '田', '😀']) {
      const body = (size: number) =>
        `{"email_address":["${address()}"],"${param}":${metadataOfSize(size, filler)}}`
      const fits = await server.request('POST', '/users', { rawBody: body(8192), headers: json })
      assert.equal(fits.status, 200, fits.text)
      assert.equal(JSON.stringify(fits.body[param]), metadataOfSize(8192, filler))
      const over = await server.request('POST', '/users', { rawBody: body(8193), headers: json })
      refused(over, 422, `form_param_exceeds_allowed_size ${param}`)
      assert.equal(
        over.body.errors[0].long_message,
        `The given ${param} exceeds the maximum allowed size of 8192 bytes (8 KB).`,
      )
    }
  })

rule('CRT-20', 'every field that is too large is told; each has a limit of its own', async (server) => {
  const large = JSON.parse(metadataOfSize(8193))
  const exact = JSON.parse(metadataOfSize(8192))
  const body = { public_metadata: large, private_metadata: exact, unsafe_metadata: large }
  refused(
    await server.request('POST', '/users', { body: { email_address: [address()], ...body } }),
    422,
    'form_param_exceeds_allowed_size public_metadata',
    'form_param_exceeds_allowed_size unsafe_metadata',
  )
  const all = { public_metadata: exact, private_metadata: exact, unsafe_metadata: exact }
  assert.partialDeepStrictEqual(await server.create({ email_address: [address()], ...all }), all)
})

rule(
  'CRT-20 USR-5',
  'omitted metadata are empty objects, given ones go to their own field',
  async (server) => {
    const values: Record<string, object> = {
      public_metadata: { of: 'public' },
      private_metadata: { of: 'private' },
      unsafe_metadata: { of: 'unsafe' },
    }
    for (const given of [[], ...metadataFields.map((field) => [field]), metadataFields]) {
      const sent = Object.fromEntries(given.map((field) => [field, values[field]!]))
      const user = await server.create({ email_address: [address()], ...sent })
      for (const field of metadataFields) assert.deepEqual(user[field], sent[field] ?? {}, field)
    }
  },
)

rule('CRT-25', 'a new user may delete itself and create organizations without a limit', async (server) => {
  const nulls = {
    delete_self_enabled: null,
    create_organization_enabled: null,
    create_organizations_limit: null,
  }
  for (const more of [{}, nulls]) {
    const user = await server.create({ email_address: [address()], ...more })
    assert.deepEqual(
      [user.delete_self_enabled, user.create_organization_enabled, user.create_organizations_limit],
      [true, true, null],
    )
  }
  const user = await server.create({ email_address: [address()], delete_self_enabled: false })
  assert.deepEqual([user.delete_self_enabled, user.create_organization_enabled], [false, true])
})

rule('CRT-26', 'a new user was never active, is free and has all attempts left', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const { last_sign_in_at, last_active_at, banned, locked } = user
  assert.deepEqual(
    { last_sign_in_at, last_active_at, banned, locked },
    {
      last_sign_in_at: null,
      last_active_at: null,
      banned: false,
      locked: false,
    },
  )
  assert.equal(user.lockout_expires_in_seconds, null)
  assert.equal(user.verification_attempts_remaining, 10)
})

rule(
  'CRT-26',
  'the attempts left are the maximum of the settings',
  async (server) => {
    assert.equal((await server.create({ username: 'crt26_ada' })).verification_attempts_remaining, 5)
  },
  { settings: { user_lockout: { max_attempts: 5 } } },
)

rule(
  'CRT-27 EVT-1 EVT-2',
  'one user.created is recorded: who, whom, when and in which request',
  async (server) => {
    const before = await server.events()
    const answer = await server.request('POST', '/users', {
      body: {
        email_address: ['crt27.a@x.io', 'crt27.b@x.io'],
        username: 'crt27_ada',
        created_at: '2001-01-01T00:00:00Z',
        private_metadata: { secret: 'crt27-secret' },
      },
    })
    const user = answer.body
    const [event, ...more] = (await server.events()).slice(before.length)
    assert.deepEqual(more, [])
    assert.ok(event)
    const [key] = await server.rows('secret_keys')
    const { id, details, ...rest } = event
    assert.deepEqual(rest, {
      type: 'user.created',
      actor: `key:${key?.id}`,
      subject: user.id,
      at: user.updated_at,
      trace_id: answer.headers.get('clerk-trace-id'),
    })
    assert.ok(id > (before.at(-1)?.id ?? 0))
    assert.doesNotMatch(JSON.stringify(details), /crt27-secret/)
    assert.deepEqual(await server.events(user.id), [event])
  },
)

rule('CRT-27', 'reading what was created records nothing', async (server) => {
  const user = await server.create({ email_address: [address()] })
  for (const path of [`/users/${user.id}`, '/users', '/users/count']) await server.request('GET', path)
  assert.deepEqual(
    (await server.events(user.id)).map(({ type }) => type),
    ['user.created'],
  )
})

/** Halves of surrogate pairs included. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const text = fc.oneof(
  fc.string({ unit: anyUnit, maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', '0', 'ada@x.io', '+12025550100', 'a'.repeat(5000), '\u0000', '\ud800', '{{7*7}}'),
)
const valid = fc.record(
  {
    email_address: fc.uniqueArray(fc.emailAddress(), { maxLength: 3 }),
    username: fc.stringMatching(/^[a-z_-]{4,20}$/),
    first_name: fc.string({ unit: 'grapheme', maxLength: 20 }),
    external_id: fc.uuid(),
    created_at: fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString()),
    public_metadata: fc.dictionary(fc.string({ unit: anyUnit, maxLength: 9 }), fc.jsonValue()),
    locked: fc.boolean(),
  },
  { requiredKeys: [] },
)
const odd = fc.dictionary(
  fc.oneof(fc.constantFrom(...Object.keys(createUser.body?.properties ?? {})), text),
  fc.oneof(text, fc.array(text, { maxLength: 5 }), fc.jsonValue(), fc.double(), fc.constant(null)),
  { maxKeys: 4 },
)

rule('STR-7', 'no body, however odd, is answered with 5xx', async (server) => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(valid, fc.oneof({ weight: 3, arbitrary: odd }, fc.constant({})), async (good, bad) => {
      const { status, text } = await server.request('POST', '/users', { body: { ...good, ...bad } })
      seen.add(status)
      assert.ok(status === 200 || (status >= 400 && status < 500), text)
    }),
    { numRuns: 200 },
  )
  assert.ok(seen.has(200) && seen.has(422), [...seen].join(' '))
})
