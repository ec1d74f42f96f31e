import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { address, listIds } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

const given: Record<string, number> = {
  '2012-10-20T07:15:20.902Z': 1_350_717_320_902,
  '2012-10-20T09:15:20.902+02:00': 1_350_717_320_902,
  '2012-10-19T19:45:20.902-11:30': 1_350_717_320_902,
  '2012-10-20t07:15:20z': 1_350_717_320_000,
  '2012-10-20T07:15:20.902999Z': 1_350_717_320_902,
  '1970-01-01T00:00:00Z': 0,
  '1969-12-31T23:59:59.999Z': -1,
  '0000-01-01T00:00:00.000Z': -62_167_219_200_000,
  '0001-01-01T00:00:00Z': -62_135_596_800_000,
  '9999-12-31T23:59:59.999Z': 253_402_300_799_999,
  '2024-02-29T12:00:00Z': 1_709_208_000_000,
  '2000-02-29T00:00:00Z': 951_782_400_000,
}

for (const key of ['created_at', 'legal_accepted_at'] as const)
  rule('TIM-1 TIM-2', `${key} is a text in the request and milliseconds in every answer`, async (server) => {
    const created = new Map<unknown, number>()
    for (const [text, time] of Object.entries(given)) {
      const user = await server.create({ email_address: [address()], [key]: text })
      assert.equal(user[key], time, text)
      assert.equal((await server.request('GET', `/users/${user.id}`)).body[key], time, text)
      created.set(user.id, time)
    }
    for (const row of await server.rows('users'))
      if (created.has(row.id)) assert.equal(row[key], created.get(row.id))
  })

const impossible = [
  '2023-02-29T12:00:00Z',
  '1900-02-29T00:00:00Z',
  '2024-02-30T00:00:00Z',
  '2024-04-31T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2024-00-01T00:00:00Z',
  '2024-01-00T00:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T23:60:00Z',
  '2024-01-01T23:59:60Z',
  '2024-01-01T00:00:00+24:00',
]
const otherForms = [
  '',
  'now',
  '1350717320902',
  '2012-10-20',
  '2012-10-20T07:15:20',
  '2012-10-20 07:15:20Z',
  '2012-10-20T07:15:20+0200',
  '20121020T071520Z',
  '+012012-10-20T07:15:20Z',
  '-000001-01-01T00:00:00Z',
  'Sat, 20 Oct 2012 07:15:20 GMT',
  ' 2012-10-20T07:15:20Z',
  '2012-10-20T07:15:20Z ',
]

scenarios(
  createUser,
  (['created_at', 'legal_accepted_at'] as const).flatMap((param) => [
    ...[...impossible, ...otherForms].map((text) => ({
      rule: 'TIM-3',
      name: `"${text}" is no ${param}`,
      send: { email_address: ['tim3@x.io'], [param]: text },
      status: 422,
      code: 'form_param_invalid_time',
      param,
    })),
    ...[1_350_717_320_902, 0, true, { $date: '2012-10-20T07:15:20Z' }, ['2012-10-20T07:15:20Z']].map(
      (value) => ({
        rule: 'TIM-3 BOD-8',
        name: `${JSON.stringify(value)} is of the wrong type for ${param}`,
        send: { email_address: ['tim3@x.io'], [param]: value },
        status: 422,
        code: 'form_param_type_invalid',
        param,
      }),
    ),
  ]),
)

rule('CRT-21', 'a given created_at is answered, updated_at is now', async (server) => {
  const before = server.clock.now
  const user = await server.create({ email_address: ['crt21@x.io'], created_at: '2012-10-20T07:15:20.902Z' })
  assert.equal(user.created_at, 1_350_717_320_902)
  assert.ok(user.updated_at >= before && user.updated_at < before + 600_000, String(user.updated_at))
  for (const one of user.email_addresses) assert.equal(one.created_at, user.updated_at)
})

rule(
  'CRT-21',
  'the list is ordered by the given time, not by that of the request',
  async (server) => {
    const day = (text: string) => ({ email_address: [address()], created_at: text })
    const now = await server.create({ email_address: [address()] })
    const old = await server.create(day('0000-01-01T00:00:00Z'))
    const late = await server.create(day('9999-12-31T23:59:59.999Z'))
    const past = await server.create(day('2001-01-01T00:00:00Z'))
    const oldest = await server.create(day('1969-01-01T00:00:00Z'))
    const newestFirst = [late.id, now.id, past.id, oldest.id, old.id]
    assert.deepEqual(await listIds(server, ''), newestFirst)
    assert.deepEqual(await listIds(server, 'order_by=%2Bcreated_at'), newestFirst.toReversed())
  },
  { fresh: true },
)

for (const created_at of [undefined, null])
  rule('CRT-21', `without created_at (${created_at}) it is the time of the request`, async (server) => {
    const before = server.clock.now
    const user = await server.create({ email_address: [address()], created_at })
    assert.ok(user.created_at >= before && user.created_at < before + 600_000, String(user.created_at))
    assert.equal(user.updated_at, user.created_at)
  })

rule('CRT-22', 'legal_accepted_at is null when it is absent or null', async (server) => {
  for (const more of [{}, { legal_accepted_at: null }, { skip_legal_checks: true }]) {
    const user = await server.create({ email_address: [address()], ...more })
    assert.equal(user.legal_accepted_at, null)
  }
})

rule('CRT-22', 'legal_accepted_at is kept although the checks are skipped', async (server) => {
  const accepted = { legal_accepted_at: '2024-02-29T12:00:00Z', skip_legal_checks: true }
  const user = await server.create({ email_address: [address()], ...accepted })
  assert.equal(user.legal_accepted_at, 1_709_208_000_000)
})

rule('TIM-5', 'created_at ≤ the times of the identifications ≤ updated_at', async (server) => {
  const user = await server.create({
    email_address: ['tim5.a@x.io', 'tim5.b@x.io'],
    phone_number: ['+12025550105'],
    web3_wallet: [`0x${'5'.repeat(40)}`],
    username: 'tim5_ada',
  })
  const attached = [...user.email_addresses, ...user.phone_numbers, ...user.web3_wallets]
  assert.equal(attached.length, 4)
  for (const { created_at, updated_at } of attached) {
    assert.ok(user.created_at <= created_at && created_at <= updated_at && updated_at <= user.updated_at)
    assert.equal(created_at, updated_at)
  }
})

rule(
  'TIM-4',
  'updated_at moves with every write, be it of attributes, identifications or metadata',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    let last = user.updated_at
    for (const [method, path, body] of [
      ['PATCH', '', { first_name: 'Ada' }],
      ['PATCH', '', { username: 'tim4_ada' }],
      ['PATCH', '', { username: null }],
      ['PATCH', '', { created_at: '2001-01-01T00:00:00Z' }],
      ['PATCH', '/metadata', { public_metadata: { a: 1 } }],
      ['PATCH', '/metadata', { private_metadata: { a: 1 } }],
      ['PUT', '/metadata', { unsafe_metadata: { a: 1 } }],
    ] as const) {
      server.clock.advance(1000)
      const answer = await server.request(method, `/users/${user.id}${path}`, { body })
      assert.equal(answer.status, 200, answer.text)
      assert.ok(answer.body.updated_at >= last + 1000, `${method} ${path} ${JSON.stringify(body)}`)
      last = answer.body.updated_at
      assert.equal((await server.request('GET', `/users/${user.id}`)).body.updated_at, last)
    }
  },
)

rule(
  'TIM-4',
  'of the identifications, a new username has a time of its own and the others keep theirs',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    server.clock.advance(5000)
    const { body } = await server.request('PATCH', `/users/${user.id}`, { body: { username: 'tim4_later' } })
    assert.deepEqual(body.email_addresses, user.email_addresses)
    const rows = (await server.rows('identifications')).filter((row) => row.user_id === user.id)
    const [mail, name] = rows.toSorted((a, b) => (String(a.kind) < String(b.kind) ? -1 : 1))
    assert.deepEqual([mail?.created_at, mail?.updated_at], [user.created_at, user.created_at])
    const time = Number(name?.created_at)
    assert.equal(name?.updated_at, time)
    assert.ok(user.updated_at + 5000 <= time && time <= body.updated_at, String(time))
  },
)

rule('TIM-1', 'every time in an answer is an integer of milliseconds', async (server) => {
  const user = await server.create({
    email_address: [address()],
    phone_number: ['+12025550115'],
    web3_wallet: [`0x${'6'.repeat(40)}`],
    created_at: '2020-01-01T00:00:00.0009Z',
    legal_accepted_at: '2020-01-01T00:00:00.9999Z',
  })
  const times: [string, unknown][] = []
  const collect = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (/(_at|_since)$/.test(key)) times.push([key, inner])
      collect(inner)
    }
  }
  collect(user)
  assert.equal(times.length, 17)
  for (const [key, time] of times)
    if (time !== null)
      assert.ok(Number.isInteger(time) && (time as number) > 1_500_000_000_000, `${key} ${time}`)
  assert.equal(user.created_at, 1_577_836_800_000)
  assert.equal(user.legal_accepted_at, 1_577_836_800_999)
})
