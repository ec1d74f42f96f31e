import assert from 'node:assert/strict'
import { updateUser } from '#contract/users/update-user.ts'
import { address, problems, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const patch = (server: TestServer, id: string, body: unknown) =>
  server.request('PATCH', `/users/${id}`, { body })

/** Whatever happens in between must leave the user, its rows and the record of events as they are. */
async function unchanged(server: TestServer, id: string, act: () => Promise<void>) {
  const state = async () => [
    (await server.request('GET', `/users/${id}`)).text,
    (await server.rows('users')).filter((row) => row.id === id),
    (await server.rows('identifications')).filter((row) => row.user_id === id),
    (await server.events(id)).length,
  ]
  const before = await state()
  server.clock.advance(5000)
  await act()
  assert.deepEqual(await state(), before)
}

const whole = {
  first_name: 'Ada',
  last_name: 'Lovelace',
  locale: 'en-GB',
  timezone: 'Europe/London',
  delete_self_enabled: false,
  create_organization_enabled: false,
  create_organizations_limit: 3,
  legal_accepted_at: '2021-02-03T04:05:06.789Z',
  created_at: '2020-05-06T07:08:09.010Z',
  bypass_client_trust: true,
  public_metadata: { plan: 'gold' },
  private_metadata: { note: 1 },
  unsafe_metadata: { theme: 'dark' },
}

rule('UPD-1', 'absent keys stay: each attribute changes alone', async (server) => {
  const user = await server.create({
    ...whole,
    external_id: 'upd1-whole',
    username: 'upd1_whole',
    email_address: [address()],
  })
  const changes: Record<string, [unknown, unknown]> = {
    external_id: ['upd1-other', 'upd1-other'],
    first_name: ['Augusta', 'Augusta'],
    last_name: ['King', 'King'],
    locale: ['de-AT', 'de-AT'],
    username: ['upd1_other', 'upd1_other'],
    delete_self_enabled: [true, true],
    create_organization_enabled: [true, true],
    create_organizations_limit: [0, 0],
    legal_accepted_at: ['2022-01-01T00:00:00+01:00', Date.parse('2021-12-31T23:00:00Z')],
    created_at: ['2019-01-01T00:00:00.5Z', Date.parse('2019-01-01T00:00:00.500Z')],
    bypass_client_trust: [false, false],
  }
  let expected = user
  for (const [key, [sent, answered]] of Object.entries(changes)) {
    const { status, body } = await patch(server, user.id, { [key]: sent })
    assert.equal(status, 200)
    const picture = { image_url: body.image_url, profile_image_url: body.profile_image_url }
    expected = { ...expected, [key]: answered, updated_at: body.updated_at, ...picture }
    assert.deepEqual(body, expected, key)
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, expected, key)
  }
})

rule('UPD-1', 'all attributes change in one request, and of that user alone', async (server) => {
  const bystander = await server.create({ ...whole, email_address: [address()], username: 'upd1_bystander' })
  const { id, email_addresses } = await server.create({ username: 'upd1_all', email_address: [address()] })
  await unchanged(server, bystander.id, async () => {
    const { body } = await patch(server, id, { ...whole, external_id: 'upd1-all', username: 'upd1_all2' })
    const { timezone, ...answered } = whole
    assert.ok(timezone && !('timezone' in body))
    assert.partialDeepStrictEqual(body, {
      ...answered,
      legal_accepted_at: Date.parse(whole.legal_accepted_at),
      created_at: Date.parse(whole.created_at),
      external_id: 'upd1-all',
      username: 'upd1_all2',
      email_addresses,
    })
  })
})

const clearable = ['external_id', 'first_name', 'last_name', 'locale'] as const
for (const empty of [null, ''])
  rule('UPD-1 USR-3', `${JSON.stringify(empty)} clears external id, names and locale`, async (server) => {
    const given = { ...whole, external_id: `upd1-clear-${empty}`, email_address: [address()] }
    for (const key of clearable) {
      const user = await server.create({ ...given, email_address: [address()] })
      const { body } = await patch(server, user.id, { [key]: empty })
      const picture = { image_url: body.image_url, profile_image_url: body.profile_image_url }
      assert.deepEqual(body, { ...user, [key]: null, updated_at: body.updated_at, ...picture }, key)
      assert.ok(body.updated_at > user.updated_at)
      assert.equal((await server.request('DELETE', `/users/${user.id}`)).status, 200)
    }
  })

rule('UPD-1', 'null clears the legal consent and the limit of organizations', async (server) => {
  for (const key of ['legal_accepted_at', 'create_organizations_limit']) {
    const user = await server.create({ ...whole, email_address: [address()] })
    const { body } = await patch(server, user.id, { [key]: null })
    assert.deepEqual(body, { ...user, [key]: null, updated_at: body.updated_at })
  }
})

rule(
  'UPD-1 USR-13',
  'the time zone is stored, changed and cleared without being answered',
  async (server) => {
    const { id } = await server.create({ email_address: [address()], timezone: 'Europe/Vienna' })
    const stored = async () => (await server.rows('users')).find((row) => row.id === id)!.timezone
    assert.equal(await stored(), 'Europe/Vienna')
    const steps: [string | null, string | null][] = [
      ['America/New_York', 'America/New_York'],
      [null, null],
      ['UTC', 'UTC'],
      ['', null],
    ]
    for (const [sent, expected] of steps) {
      const answer = await patch(server, id, { timezone: sent })
      assert.equal(answer.status, 200)
      assert.ok(!('timezone' in answer.body))
      assert.equal(await stored(), expected)
    }
  },
)

const kept = {
  delete_self_enabled: null,
  create_organization_enabled: null,
  bypass_client_trust: null,
  created_at: null,
}
const nothing: Record<string, object> = {
  'an empty object': {},
  'null for what cannot be empty': kept,
  'flags about other things': {
    skip_legal_checks: true,
    skip_password_checks: false,
    sign_out_of_other_sessions: false,
    notify_primary_email_address_changed: true,
  },
  'null for these flags': {
    skip_legal_checks: null,
    skip_password_checks: null,
    sign_out_of_other_sessions: null,
    notify_primary_email_address_changed: null,
    profile_image_id: null,
  },
  'the picture of nobody': { profile_image_id: '' },
  'the values that are there': whole,
  'empty texts where nothing is': { external_id: '' },
}
for (const [name, body] of Object.entries(nothing))
  rule('UPD-1 EVT-5', `${name} changes nothing and writes nothing`, async (server) => {
    const user = await server.create({ ...whole, email_address: [address()] })
    await unchanged(server, user.id, async () => {
      const answer = await patch(server, user.id, body)
      assert.equal(answer.status, 200, answer.text)
      assert.deepEqual(answer.body, user)
    })
  })

for (const [name, rawBody] of [
  ['no body', undefined],
  ['an empty body', ''],
  ['a body of null', 'null'],
] as const)
  rule('UPD-1 BOD-5', `${name} changes nothing, with or without a content type`, async (server) => {
    const user = await server.create({ ...whole, email_address: [address()] })
    await unchanged(server, user.id, async () => {
      for (const headers of [{}, { 'content-type': 'application/json' }] as Record<string, string>[]) {
        // fetch would add text/plain to a text without a type.
        if (rawBody === 'null' && !headers['content-type']) continue
        const answer = await server.request('PATCH', `/users/${user.id}`, { rawBody, headers })
        assert.deepEqual(answer.body, user)
      }
    })
  })

rule('UPD-9', 'an external id is set, sent again, taken, cleared and free again', async (server) => {
  const ada = await server.create({ email_address: [address()] })
  const bob = await server.create({ email_address: [address()], external_id: 'upd9-bob' })
  const set = await patch(server, ada.id, { external_id: 'upd9' })
  assert.equal(set.body.external_id, 'upd9')
  await unchanged(server, ada.id, async () => {
    assert.deepEqual((await patch(server, ada.id, { external_id: 'upd9' })).body, set.body)
  })
  await unchanged(server, bob.id, async () => {
    const taken = await patch(server, bob.id, { external_id: 'upd9', first_name: 'Bob' })
    refused(taken, 422, 'form_identifier_exists external_id')
    refused(
      await server.request('POST', '/users', { body: { username: 'upd9_new', external_id: 'upd9' } }),
      422,
      'form_identifier_exists external_id',
    )
  })
  // Opaque ids are compared as they are.
  assert.equal((await patch(server, bob.id, { external_id: 'UPD9' })).body.external_id, 'UPD9')
  assert.equal((await patch(server, ada.id, { external_id: null })).body.external_id, null)
  assert.equal((await patch(server, bob.id, { external_id: 'upd9' })).body.external_id, 'upd9')
  const list = await server.request('GET', '/users?external_id=upd9')
  assert.deepEqual(
    list.body.map((user: Answer['body']) => user.id),
    [bob.id],
  )
})

rule('UPD-9', 'several users have no external id at once', async (server) => {
  for (const empty of [null, '']) {
    const user = await server.create({ email_address: [address()], external_id: `upd9-several-${empty}` })
    assert.equal((await patch(server, user.id, { external_id: empty })).status, 200)
  }
})

scenarios(updateUser, [
  {
    rule: 'UPD-10',
    name: 'an unknown picture is refused',
    given: [{ username: 'upd10' }],
    send: { profile_image_id: 'img_2abcdefghijklmnopqrstuvwxyz', first_name: 'Ada' },
    status: 404,
    code: 'image_not_found',
    check: async (_answer, [user], server) =>
      assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user),
  },
  {
    rule: 'UPD-15 ERR-9',
    name: 'an unknown user is refused with the id told',
    user_id: 'user_nobody',
    send: { first_name: 'Ada' },
    status: 404,
    code: 'resource_not_found',
    check: ({ body }) => assert.equal(body.errors[0].long_message, 'No user was found with id user_nobody'),
  },
])

rule(
  'UPD-15 TIM-4',
  'the answer is the user after the change, and its time is that of the event',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    server.clock.advance(60_000)
    const answer = await patch(server, user.id, { first_name: 'Ada', last_name: null, locale: 'de' })
    const read = await server.request('GET', `/users/${user.id}`)
    assert.equal(answer.text, read.text)
    assert.equal(answer.body.first_name, 'Ada')
    assert.ok(answer.body.updated_at >= user.updated_at + 60_000)
    const [, updated, ...more] = await server.events(user.id)
    assert.equal(updated!.type, 'user.updated')
    assert.equal(updated!.at, answer.body.updated_at)
    assert.deepEqual(updated!.details, { changed: ['first_name', 'locale'] })
    assert.deepEqual(more, [])
  },
)

rule(
  'UPD-15 ERR-5',
  'everything wrong with the values is told at once, and nothing is changed',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    await unchanged(server, user.id, async () => {
      const answer = await patch(server, user.id, {
        first_name: 'Ada',
        locale: 'not a locale',
        timezone: 'Mars/Olympus',
        username: '12345',
        skip_password_checks: true,
      })
      assert.equal(answer.status, 422)
      assert.deepEqual(problems(answer).sort(), [
        'form_conditional_param_missing password',
        'form_param_format_invalid locale',
        'form_param_format_invalid timezone',
        'form_username_needs_non_number_char username',
      ])
    })
  },
)
